package org.smppra.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.smppra.codec.PduException;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Kept;
import org.smppra.message.CommandStatus;

/**
 * Delivers what is in the inbox, the oldest first, with a bounded number in hand. What fails rests and comes again, also
 * after a restart; what can never be delivered becomes a dead letter.
 */
final class InboxFeed implements Runnable, Origin {
    static final int IN_HAND = 1_000;
    /** Those in hand that wait for a sink to come; the others of this kind wait in the inbox. */
    static final int PARKED = IN_HAND / 2;
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
    private final KeepingLog log;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private final Map<Delivery, Kept> inHand = new ConcurrentHashMap<>();
    /** Touched by this thread only. */
    private final Set<Delivery> parked = new LinkedHashSet<>();

    private long restUntil;

    private volatile boolean closed;

    InboxFeed(
            AccountInbox inbox,
            Sinks sinks,
            KeptReader reader,
            ReceiptDesk desk,
            KeepingLog log,
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
        this.restUntil = nanoTime.getAsLong();
        this.thread = threads.newThread(this);
        thread.setName(thread.getName() + " inbox");
    }

    void start() {
        inbox.onWaiting(this::wake);
        thread.start();
    }

    /** There may be something to take, or somebody who takes it. */
    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closed) {
            boolean more = false;
            try {
                offerParked();
                more = feed();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, STEP_FAILED, e);
            }
            if (!more && !closed) {
                LockSupport.parkNanos(this, SECOND);
            }
        }
        parked.forEach(this::handedBack); // the account may run again before the inbox is closed
    }

    private void offerParked() {
        if (sinks.isOpen()) {
            parked.removeIf(delivery -> {
                DeliverySink sink = sinks.next(delivery.value());
                if (sink != null) {
                    offer(delivery, sink);
                } else if (sinks.isUntaken(delivery.value())) {
                    bury(delivery, UNTAKEN);
                } else {
                    return false;
                }
                return true;
            });
        }
    }

    /** @return whether there may be more to take at once */
    private boolean feed() {
        boolean rests = nanoTime.getAsLong() - restUntil < 0;
        int room = sinks.isOpen() && !rests ? Math.min(AT_ONCE, IN_HAND - inHand.size()) : 0;
        List<Kept> taken = room > 0 ? inbox.take(room) : List.of();
        int untaken = 0;
        for (Kept kept : taken) {
            untaken += isDelivered(kept) ? 0 : 1;
        }
        if (untaken > 0 && untaken == taken.size()) {
            restUntil = nanoTime.getAsLong() + SECOND; // what nobody takes must not be read over and over
        }
        return taken.size() > untaken;
    }

    /** @return false if it waits in the inbox again, for a sink to come */
    private boolean isDelivered(Kept kept) {
        Arrival arrival;
        try {
            arrival = reader.read(kept.incoming());
        } catch (PduException | RuntimeException e) {
            bury(kept, kept.attempts(), "what is stored of it cannot be read: " + e.getMessage());
            return true;
        }
        DeliverySink sink = sinks.next(arrival.value());
        if (sink == null && sinks.isUntaken(arrival.value())) {
            bury(kept, kept.attempts(), UNTAKEN);
            return true;
        }
        if (sink == null && parked.size() >= PARKED) {
            inbox.returned(kept, kept.attempts(), after(LONGEST_REST));
            return false;
        }
        Delivery delivery = new Delivery(arrival, List.of(), nanoTime.getAsLong() + NEVER, this, kept.attempts());
        inHand.put(delivery, kept);
        if (sink == null) {
            parked.add(delivery);
        } else {
            offer(delivery, sink);
        }
        return true;
    }

    private void offer(Delivery delivery, DeliverySink sink) {
        if (desk.isNew(delivery)) {
            sink.offer(delivery);
        }
    }

    private Instant after(Duration rest) {
        return clock.instant().plus(rest);
    }

    private void bury(Delivery delivery, String reason) {
        Kept kept = inHand.remove(delivery);
        if (kept != null) {
            bury(kept, delivery.attempts(), reason);
        }
    }

    private void bury(Kept kept, int attempts, String reason) {
        inbox.bury(kept, attempts, reason);
        log.buried(reason);
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
            bury(kept, attempts, "listeners failed at it for " + LONGEST.toHours() + " hours");
            return "it became a dead letter";
        }
        Duration rest = Duration.ofSeconds(Math.min(attempts, LONGEST_REST.toSeconds()));
        inbox.returned(kept, attempts, after(rest));
        return "again from the inbox in " + rest.toSeconds() + " s";
    }

    void close() {
        closed = true;
        inbox.onWaiting(null);
        wake();
        AnswerThread.awaitEnd(thread);
    }
}
