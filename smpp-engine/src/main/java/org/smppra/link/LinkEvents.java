package org.smppra.link;

import java.util.ArrayList;
import java.util.List;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.session.SessionEnd;
import org.smppra.session.SessionListener;

/** What a link's session wants: octets at once, everything that leaves the lock afterwards. */
final class LinkEvents implements SessionListener<Call> {
    private final Link link;
    private final GroupWriter writer;
    private final LinkListener listener;
    private final Counters<LinkCounter> counters;
    private final Aftermath after;
    private final List<Envelope> delivered = new ArrayList<>(); // the reader thread's own

    LinkEvents(Link link, GroupWriter writer, LinkListener listener, Counters<LinkCounter> counters, Aftermath after) {
        this.link = link;
        this.writer = writer;
        this.listener = listener;
        this.counters = counters;
        this.after = after;
    }

    @Override
    public void send(Envelope envelope) {
        writer.appendControl(envelope);
    }

    @Override
    public void bound() {
        counters.count(LinkCounter.BINDS);
        after.add(() -> listener.bound(link));
    }

    @Override
    public boolean isAnswer(Call call, CommandId answer) {
        return answer == call.request().commandId().response() || answer == CommandId.GENERIC_NACK;
    }

    @Override
    public void answered(Call call, Envelope answer) {
        if (answer.status().isOk()) {
            counters.count(LinkCounter.ACCEPTED);
        } else {
            counters.count(LinkCounter.REFUSED);
            after.add(() -> listener.refused(link, answer.status()));
        }
        call.answered(answer);
        after.add(call);
    }

    @Override
    public void unanswered(Call call, String reason) {
        settle(call, Call.Fate.UNANSWERED, reason);
    }

    /** Settles a call without an answer. */
    void settle(Call call, Call.Fate fate, String reason) {
        if (fate == Call.Fate.UNANSWERED) {
            counters.count(LinkCounter.UNANSWERED);
        }
        call.fail(fate, reason);
        after.add(call);
    }

    @Override
    public void stray(Envelope answer) {
        counters.count(LinkCounter.STRAY);
    }

    @Override
    public void delivered(Envelope message) {
        counters.count(LinkCounter.DELIVERED);
        delivered.add(message);
    }

    boolean hasDelivered() {
        return !delivered.isEmpty();
    }

    /** Hands over what was read together. On the reader thread, without the lock. */
    void deliver() {
        for (Envelope message : delivered) {
            try {
                listener.delivered(link, message);
            } catch (RuntimeException e) {
                Aftermath.failed(e);
            }
        }
        delivered.clear();
    }

    @Override
    public void draining(String reason) {
        link.withdrawUnsent(reason);
        after.add(() -> listener.draining(link));
    }

    @Override
    public void ended(SessionEnd end) {
        link.ended(end);
    }
}
