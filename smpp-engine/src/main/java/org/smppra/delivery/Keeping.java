package org.smppra.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Incoming;
import org.smppra.inbox.KeepCallback;
import org.smppra.message.CommandStatus;

/**
 * What of the deliveries goes to the inbox, once it is open: all of them if they are acknowledged as STORED, else those
 * that no listener will ever take. Each is acknowledged only when it is on disk.
 */
final class Keeping {
    private final Acknowledge acknowledge;
    private final Sinks sinks;
    private final DeliveriesLog log;
    private final CommandStatus negativeStatus;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile @Nullable Open open;

    /** An inbox on disk, and the threads at its two ends. */
    private record Open(AccountInbox inbox, InboxFeed feed, AnswerThread answers) {}

    Keeping(
            Acknowledge acknowledge,
            Sinks sinks,
            DeliveriesLog log,
            CommandStatus negativeStatus,
            Clock clock,
            LongSupplier nanoTime) {
        this.acknowledge = acknowledge;
        this.sinks = sinks;
        this.log = log;
        this.negativeStatus = negativeStatus;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    void open(AccountInbox inbox, KeptReader reader, ReceiptDesk desk, ThreadFactory threads) {
        Open begun = new Open(
                inbox,
                new InboxFeed(inbox, sinks, reader, desk, log, threads, clock, nanoTime),
                new AnswerThread(threads));
        begun.answers().start();
        begun.feed().start();
        open = begun;
    }

    /** Whether it goes to the inbox instead of a sink. */
    boolean takes(Delivery delivery) {
        return open != null && (acknowledge == Acknowledge.STORED || sinks.isUntaken(delivery.value()));
    }

    /** One that it takes: acknowledged when it is on disk, refused if it cannot be stored. */
    void keep(Delivery delivery) {
        if (acknowledge == Acknowledge.STORED) {
            keep(delivery, (inbox, incoming, told) -> inbox.store(incoming, told), () -> {});
        } else {
            bury(delivery, InboxFeed.UNTAKEN);
        }
    }

    private interface Way {
        void into(AccountInbox inbox, Incoming incoming, KeepCallback told);
    }

    private void keep(Delivery delivery, Way way, Runnable whenKept) {
        Open now = Objects.requireNonNull(open);
        Incoming incoming;
        try {
            incoming = delivery.arrival().incoming();
        } catch (IllegalArgumentException e) {
            told(delivery, "it cannot be written as it was read: " + e.getMessage(), whenKept);
            return;
        }
        way.into(now.inbox(), incoming, failure -> now.answers().add(() -> told(delivery, failure, whenKept)));
    }

    private void told(Delivery delivery, @Nullable String failure, Runnable whenKept) {
        if (failure == null) {
            whenKept.run();
            delivery.kept();
        } else {
            log.unstored(failure);
            delivery.refused(negativeStatus);
        }
    }

    private void bury(Delivery delivery, String reason) {
        keep(delivery, (inbox, incoming, told) -> inbox.bury(incoming, delivery.attempts(), reason, told), () -> {
            committed(delivery);
            log.buried(reason);
        });
    }

    /** Listeners did not take it. @return whether it becomes a dead letter; false: the SMSC may send it again */
    boolean buries(Delivery delivery) {
        Open now = open;
        if (now == null || delivery.attempts() == 0) {
            return false;
        }
        Instant at = clock.instant();
        Instant since = now.inbox().refused(delivery.value().deduplicationKey(), at);
        String reason = Refusals.reason(delivery.value(), since, at);
        if (reason != null) {
            bury(delivery, reason);
        }
        return reason != null;
    }

    /** If listeners refuse the same again, that begins anew. */
    void committed(Delivery delivery) {
        Open now = open;
        if (now != null) {
            now.inbox().noLongerRefused(delivery.value().deduplicationKey());
        }
    }

    /** Sinks came, went, or may get something again. */
    void sinksChanged() {
        Open now = open;
        if (now != null) {
            now.feed().sinksChanged();
        }
    }

    /** This one was too full for something, and has room now. */
    void hasRoom(Sinks.Share share) {
        Open now = open;
        if (now != null) {
            now.feed().hasRoom(share);
        }
    }

    /** Delivers nothing more from the inbox, and gives the answers that are known. */
    void close() {
        Open now = open;
        if (now != null) {
            if (sinks.held() > 0 && acknowledge == Acknowledge.AFTER_COMMIT) {
                // They may commit when nobody hears of it any more. What is stored is noted in the inbox.
                now.inbox().leftAtWork();
            }
            now.feed().close();
            now.answers().close();
        }
    }
}
