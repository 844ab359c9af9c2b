package org.smppra.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduException;
import org.smppra.gateway.Outlet;
import org.smppra.link.Counters;
import org.smppra.link.HostAddress;
import org.smppra.message.Octets;
import org.smppra.outbox.OutboxMessage;
import org.smppra.pdu.SubmitSm;

/** Parts of messages in hand that no link has taken yet. The dispatcher's thread only. */
final class SendQueue {
    /** So many are appended before the writer threads begin with them. */
    private static final int FLUSH_EACH = 64;

    private final Outlet outlet;
    private final PartCall.Told told;
    private final Counters<DispatchCounter> counters;
    private final SentIds sentIds;
    private final Deque<Part> parts = new ArrayDeque<>();

    SendQueue(Outlet outlet, PartCall.Told told, Counters<DispatchCounter> counters, SentIds sentIds) {
        this.sentIds = sentIds;
        this.outlet = outlet;
        this.told = told;
        this.counters = counters;
    }

    int size() {
        return parts.size();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All parts of it that the SMSC does not have. */
    void add(InHand message) {
        for (int i = 0; i < message.parts(); i++) {
            if (!message.isAccepted(i)) {
                message.opened();
                parts.add(new Part(message, i, null));
            }
        }
    }

    /** One that was on its way already. */
    void addFirst(Part part) {
        parts.addFirst(part);
    }

    /**
     * Gives the links as many as they have room for.
     *
     * @param isExpired of messages that may not leave any more
     * @param needless told each message of which a part came out that need not be written
     */
    void send(Instant now, Predicate<OutboxMessage> isExpired, Consumer<InHand> needless) {
        List<Part> back = new ArrayList<>(0);
        int sent = 0;
        for (int room = outlet.room(); room > 0 && !parts.isEmpty(); ) {
            Part part = parts.remove();
            if (isExpired.test(part.message().message())) {
                part.message().expired();
            }
            PartCall call = part.isNeedless() ? null : call(part, now);
            if (call == null) {
                part.message().closed();
                needless.accept(part.message());
            } else if (offer(call)) {
                room--;
                sent++;
                if (sent % FLUSH_EACH == 0) {
                    outlet.flush();
                }
            } else {
                back.add(part);
                room = part.avoid() == null ? 0 : room;
            }
        }
        for (int i = back.size() - 1; i >= 0; i--) {
            parts.addFirst(back.get(i));
        }
        if (sent > 0) {
            counters.count(DispatchCounter.SENT, sent);
            outlet.flush();
        }
    }

    /** Null if what was stored cannot be read: then nothing of the message is written any more. */
    private @Nullable PartCall call(Part part, Instant now) {
        OutboxMessage message = part.message().message();
        List<Octets> stored = message.parts();
        try {
            SubmitSm request = StoredSubmit.read(stored.get(part.index()), message.expiresAt(), now);
            AwaitedId id =
                    sentIds.of(request, message.submissionId(), message.reference(), part.index(), stored.size());
            return new PartCall(part, request, told, id);
        } catch (PduException e) {
            part.message().unreadable("part " + (part.index() + 1) + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    private boolean offer(PartCall call) {
        HostAddress host = outlet.offer(call, call.part().avoid());
        if (host != null) {
            call.takenBy(host);
        }
        return host != null;
    }

    /** Those of messages that may not leave any more, and of others that need not be written. */
    void drop(Predicate<OutboxMessage> isExpired, Consumer<InHand> needless) {
        List<InHand> dropped = new ArrayList<>(0);
        parts.removeIf(part -> {
            if (isExpired.test(part.message().message())) {
                part.message().expired();
            }
            boolean drop = part.isNeedless();
            if (drop) {
                part.message().closed();
                dropped.add(part.message());
            }
            return drop;
        });
        dropped.forEach(needless);
    }

    /** All of them. */
    List<Part> clear() {
        List<Part> left = List.copyOf(parts);
        parts.clear();
        return left;
    }
}
