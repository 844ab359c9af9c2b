package org.smppra.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.smppra.SmppException;
import org.smppra.gateway.Outlet;
import org.smppra.link.Counters;
import org.smppra.message.MessageId;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.OutboxMessage;
import org.smppra.outbox.Waiting;
import org.smppra.pdu.Envelope;

/**
 * Sends what waits in the outbox of one account: as many at a time as the links have room for, the urgent first, in one
 * write a link. One thread, parked when there is nothing to do; everything that it decides is decided there, and other
 * threads only tell it what happened.
 */
public final class OutboxDispatcher implements PartCall.Told {
    private static final Logger LOG = System.getLogger(OutboxDispatcher.class.getName());
    private static final long SECOND = 1_000_000_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration LOOK_FOR_EXPIRED = Duration.ofSeconds(1);
    private static final Duration FAR = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 1_024;

    private final String account;
    private final Outlet outlet;
    private final Clock clock;
    private final Duration maxAge;
    private final AccountOutbox outbox;
    private final Counters<DispatchCounter> counters = new Counters<>(DispatchCounter.class);
    private final DoneCalls done = new DoneCalls();
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final SendQueue queue;
    private final Unanswered unanswered = new Unanswered();
    private final Settlement settlement;
    private final LateNews late;
    private final Thread thread;
    private int partsEach = 1;
    private boolean attached;
    /** Whether the outbox was asked in this turn: else there was no room. */
    private boolean asked;

    private Instant expireAt = Instant.MIN;

    private volatile boolean taking = true;
    private volatile boolean ending;
    private volatile boolean signalled;
    private volatile boolean parked;

    /** @param maxAge after which a message that was not sent is settled as expired, whatever its validity */
    public OutboxDispatcher(
            String account,
            AccountOutbox outbox,
            Outlet outlet,
            SentIds sentIds,
            Duration maxAge,
            ThreadFactory threads,
            Clock clock) {
        this.account = account;
        this.outbox = outbox;
        this.outlet = outlet;
        this.maxAge = maxAge;
        this.clock = clock;
        this.queue = new SendQueue(outlet, this, counters, sentIds);
        this.settlement =
                new Settlement(outbox, queue, unanswered, new RetryDelay(ThreadLocalRandom.current()), clock, counters);
        this.late = new LateNews(outbox, settlement, unanswered, counters);
        this.thread = threads.newThread(this::run);
        thread.setName(thread.getName() + " " + account + " dispatcher");
    }

    public void start() {
        outlet.onChange(this::wake);
        thread.start();
    }

    /** What was counted since the start. */
    public Map<DispatchCounter, Long> counters() {
        return counters.snapshot(DispatchCounter.class);
    }

    @Override
    public void done(PartCall call) {
        done.add(call);
        wake();
    }

    @Override
    public void late(PartCall call, Envelope answer) {
        tell(() -> late.answered(call, answer));
    }

    /** A receipt names this submission as its own, and the SMSC's id of it. Does not block. */
    public void receipt(String submissionId, MessageId messageId) {
        if (outbox.unanswered(submissionId) != null) {
            tell(() -> late.receipt(submissionId, messageId));
        }
    }

    private void tell(Runnable what) {
        news.add(what);
        wake();
    }

    private void wake() {
        signalled = true;
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Takes nothing more out of the outbox; what is in hand is still sent while there are links. */
    public void stopTaking() {
        taking = false;
        wake();
    }

    /** To be called when all links are gone: what is in hand waits again. Waits for the end of the thread. */
    public void close(Duration timeout) {
        taking = false;
        ending = true;
        wake();
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ending) {
            signalled = false;
            if (!turn()) {
                park(nextIn());
            }
        }
        outlet.onChange(() -> {});
        end();
    }

    /** @return whether there may be more to do at once */
    private boolean turn() {
        try {
            boolean told = hear();
            settlement.sayWhatIsUnanswered(account);
            attached = attached || outbox.attach(this, this::wake);
            return attached && (taking && expire() | send()) || told;
        } catch (RuntimeException e) {
            failed(e);
            park(AFTER_FAILURE.toNanos());
            return true;
        }
    }

    private void park(long nanos) {
        parked = true;
        if (!signalled && nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = false;
    }

    /** @return whether anything was heard */
    private boolean hear() {
        boolean heard = false;
        PartCall call = done.takeAll();
        while (call != null) {
            PartCall next = call.before();
            call.setBefore(null);
            hear(call);
            call = next;
            heard = true;
        }
        for (Runnable what = news.poll(); what != null; what = news.poll()) {
            what.run();
            heard = true;
        }
        return heard;
    }

    /** One that fails must not cost the others their fate. */
    private void hear(PartCall call) {
        try {
            settlement.done(call);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        LOG.log(Level.ERROR, "SMPP-325 account " + account + ": dispatching failed; it goes on", e);
    }

    /** @return whether something was taken */
    private boolean send() {
        Instant now = clock.instant();
        int room = outlet.room() - queue.size();
        asked = taking && room > 0;
        boolean took = asked && take(Math.min(MOST_AT_ONCE, Math.max(1, room / partsEach)), now);
        if (!queue.isEmpty()) {
            queue.send(now, message -> isExpired(message, now), settlement::conclude);
        }
        if (!queue.isEmpty()) {
            queue.drop(message -> isExpired(message, now), settlement::conclude);
        }
        return took;
    }

    private boolean take(int most, Instant now) {
        List<Waiting> taken = outbox.take(most, now);
        List<InHand> due = new ArrayList<>(taken.size());
        List<Waiting> toWrite = new ArrayList<>(taken.size());
        int parts = 0;
        for (Waiting waiting : taken) {
            InHand message = inHand(waiting);
            if (!isEnded(message, now)) {
                due.add(message);
                toWrite.add(waiting);
                parts += message.parts();
            }
        }
        if (!due.isEmpty()) {
            partsEach = (parts + due.size() - 1) / due.size();
            enqueue(due, toWrite, now);
        }
        return !taken.isEmpty();
    }

    /** What is too late is settled in time, also while no host is there to send to. @return whether there was any */
    private boolean expire() {
        Instant now = clock.instant();
        if (now.isBefore(expireAt)) {
            return false;
        }
        List<Waiting> expired = outbox.takeExpired(MOST_AT_ONCE, now);
        expired.forEach(waiting -> isEnded(inHand(waiting), now));
        expireAt = expired.size() < MOST_AT_ONCE ? now.plus(LOOK_FOR_EXPIRED) : now;
        return !expired.isEmpty();
    }

    private InHand inHand(Waiting waiting) {
        InHand message = new InHand(waiting);
        if (waiting.maybeSent()) {
            unanswered.takenAgain(message);
        }
        return message;
    }

    private boolean isEnded(InHand message, Instant now) {
        if (message.isWhollyAccepted()) {
            settlement.conclude(message);
        } else if (isExpired(message.message(), now)) {
            settlement.expire(message);
        }
        return message.isOver();
    }

    private void enqueue(List<InHand> due, List<Waiting> toWrite, Instant now) {
        List<Waiting> writable;
        try {
            writable = outbox.writing(toWrite);
        } catch (SmppException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-323 account {0}: cannot store what is about to be sent, so it waits: {1}",
                    account,
                    String.valueOf(e.getMessage()));
            for (Waiting waiting : toWrite) {
                outbox.retry(waiting, now.plus(AFTER_FAILURE), waiting.maybeSent(), "could not be stored as written");
            }
            return;
        }
        Iterator<Waiting> next = writable.iterator();
        Waiting wanted = next.hasNext() ? next.next() : null;
        for (InHand message : due) {
            if (message.waiting().equals(wanted)) {
                queue.add(message);
                wanted = next.hasNext() ? next.next() : null;
            } else { // settled meanwhile
                message.end();
                unanswered.remove(message);
            }
        }
    }

    private boolean isExpired(OutboxMessage message, Instant now) {
        Instant end = message.expiresAt();
        return end != null && !now.isBefore(end)
                || Duration.between(message.submittedAt(), now).compareTo(maxAge) >= 0;
    }

    /** Nanoseconds until there is something to do by the passing of time alone. */
    private long nextIn() {
        if (!queue.isEmpty()) {
            return Math.min(SECOND, outlet.roomIn()); // its validity may end
        }
        if (!attached || !taking) {
            return Long.MAX_VALUE;
        }
        long next = asked ? nextDueIn() : outlet.roomIn();
        return outbox.waiting() > 0 ? Math.min(SECOND, next) : next;
    }

    private long nextDueIn() {
        Instant due = outbox.nextDueAt();
        if (due == null) {
            return Long.MAX_VALUE;
        }
        Duration left = Duration.between(clock.instant(), due);
        // What is due and was not given to us waits for something else: a pause, or the one before it.
        return left.compareTo(LOOK_AGAIN) < 0
                ? LOOK_AGAIN.toNanos()
                : left.compareTo(FAR) > 0 ? FAR.toNanos() : left.toNanos();
    }

    private void end() {
        try {
            hear();
            for (Part part : queue.clear()) {
                part.message().closed();
                settlement.conclude(part.message());
            }
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            if (attached) {
                outbox.detach(this);
            }
        }
    }
}
