package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.smppra.codec.PduException;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Kept;
import org.smppra.message.CommandStatus;

/**
 * Delivers what is in the inbox, the oldest first, as long as sinks have room. What none of them has room for is set aside
 * there until one has, so that it holds up nothing else. What fails rests and comes again, also after a restart; what can
 * never be delivered becomes a dead letter.
 */
final class InboxFeed implements Runnable, Origin {
    /** What failed for as long, and as often, is not tried again. */
    static final Duration LONGEST = Duration.ofHours(48);

    static final int MANY = 100;

    static final String UNTAKEN = "no active listener takes it";

    private static final Logger LOG = System.getLogger(InboxFeed.class.getName());
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int AT_ONCE = 64;
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final long NEVER = Long.MAX_VALUE / 2;
    private static final String STEP_FAILED = "SMPP-208 a step on the way to or from the inbox failed; it goes on";

    private final AccountInbox inbox;
    private final Sinks sinks;
    private final KeptReader reader;
    private final ReceiptDesk desk;
    private final DeliveriesLog log;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private final Runnable waker = this::wake;
    private final Map<Delivery, Kept> inHand = new ConcurrentHashMap<>();
    /** Those that have room again for something that was set aside. */
    private final Set<Sinks.Share> roomy = ConcurrentHashMap.newKeySet();
    /** Whether others take what comes since anything was set aside. */
    private final AtomicBoolean sinksChanged = new AtomicBoolean();
    /** Touched by this thread only: whether what no sink takes was looked at again when they had settled. */
    private boolean lookedAtUntaken;

    private volatile boolean closed;

    InboxFeed(
            AccountInbox inbox,
            Sinks sinks,
            KeptReader reader,
            ReceiptDesk desk,
            DeliveriesLog log,
            ThreadFactory threads,
            Clock clock,
            LongSupplier nanoTime) {
        this.inbox = inbox;
        this.sinks = sinks;
        this.reader = reader;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.thread = threads.newThread(this);
        thread.setName(thread.getName() + " inbox");
    }

    void start() {
        inbox.onWaiting(waker);
        thread.start();
    }

    /** There may be something to take. */
    private void wake() {
        LockSupport.unpark(thread);
    }

    /** Sinks came, went, or may get something again. */
    void sinksChanged() {
        sinksChanged.set(true);
        wake();
    }

    /** This one was too full for something, and has room now. */
    void hasRoom(Sinks.Share share) {
        roomy.add(share);
        wake();
    }

    @Override
    public void run() {
        while (!closed) {
            boolean more = false;
            try {
                recall();
                more = feed();
            } catch (RuntimeException | Error e) { // it must not be the last step
                LOG.log(Level.ERROR, STEP_FAILED, e);
            }
            if (!more && !closed) {
                LockSupport.parkNanos(this, SECOND);
            }
        }
        inbox.recall(any -> true, Integer.MAX_VALUE); // the account may run again, with others
    }

    /** What was set aside and can go now waits in its order again. */
    private void recall() {
        if (sinksChanged.getAndSet(false)) {
            lookedAtUntaken = false;
            inbox.recall(any -> true, Integer.MAX_VALUE);
        }
        if (!lookedAtUntaken && sinks.areSettled()) {
            lookedAtUntaken = true;
            inbox.recall(Set::isEmpty, Integer.MAX_VALUE);
        }
        for (Sinks.Share share : roomy) {
            roomy.remove(share);
            if (inbox.recall(share::isOf, share.room())) {
                share.miss();
            }
        }
    }

    /** @return whether there may be more to take at once */
    private boolean feed() {
        int room = sinks.isOpen() ? Math.min(AT_ONCE, sinks.room()) : 0;
        List<Kept> taken = room > 0 ? inbox.take(room) : List.of();
        for (Kept kept : taken) {
            try {
                deliver(kept);
            } catch (RuntimeException | Error e) { // the others must not stay in hand for that
                LOG.log(Level.ERROR, STEP_FAILED, e);
                inHand.values().remove(kept);
                inbox.returned(kept, kept.attempts(), after(LONGEST_REST));
            }
        }
        return !taken.isEmpty();
    }

    private void deliver(Kept kept) {
        Arrival arrival;
        try {
            arrival = reader.read(kept.incoming());
        } catch (PduException | RuntimeException e) {
            bury(kept, kept.attempts(), "what is stored of it cannot be read: " + e.getMessage());
            return;
        }
        Delivery delivery = new Delivery(arrival, List.of(), nanoTime.getAsLong() + NEVER, this, kept.attempts());
        inHand.put(delivery, kept);
        if (!desk.isNew(delivery)) {
            return; // it is settled
        }
        Sinks.Share share = sinks.next(delivery.value());
        if (share != null) {
            delivery.goTo(share);
            return;
        }
        inHand.remove(delivery);
        if (sinks.isUntaken(delivery.value())) {
            bury(kept, kept.attempts(), UNTAKEN);
        } else {
            inbox.setAside(kept, sinks.takersOf(delivery.value()));
        }
    }

    private Instant after(Duration rest) {
        return clock.instant().plus(rest);
    }

    /** @return false: there is no room for it, and it waits again */
    private boolean bury(Kept kept, int attempts, String reason) {
        boolean buried = inbox.bury(kept, attempts, reason);
        if (buried) {
            log.buried(reason);
        }
        return buried;
    }

    @Override
    public void settled(Delivery delivery) {
        desk.settled(delivery); // before the next one of its message is given out
        Kept kept = delivery.isCommitted() ? inHand.remove(delivery) : null;
        if (kept != null) {
            inbox.delivered(kept);
        } else {
            handedBack(delivery);
        }
        wake();
    }

    @Override
    public void handedBack(Delivery delivery) {
        Kept kept = inHand.remove(delivery);
        if (kept != null) {
            inbox.returned(kept, delivery.attempts(), clock.instant());
        }
        wake();
    }

    @Override
    public String givenUp(Delivery delivery, CommandStatus status) {
        Kept kept = inHand.remove(delivery);
        wake();
        int attempts = delivery.attempts();
        if (kept == null) {
            return "it is settled already";
        }
        if (attempts >= MANY
                && !kept.incoming().receivedAt().isAfter(clock.instant().minus(LONGEST))) {
            String reason = "listeners failed at it for " + LONGEST.toHours() + " hours";
            return bury(kept, attempts, reason) ? "it became a dead letter" : "there is no room for a dead letter";
        }
        Duration rest = Duration.ofSeconds(Math.min(attempts, LONGEST_REST.toSeconds()));
        inbox.returned(kept, attempts, after(rest));
        return "again from the inbox in " + rest.toSeconds() + " s";
    }

    void close() {
        closed = true;
        inbox.notOnWaiting(waker);
        wake();
        AnswerThread.awaitEnd(thread);
    }
}
