package org.smppra.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;

/**
 * The reports of one account, from the moment a message asks for one until a client acknowledged it. Its lock is held
 * for moments only: what is to be written goes to the courier of a connection.
 */
final class Mailbox {
    /** How long a report waits for somebody who takes it. */
    private static final Duration KEPT = Duration.ofHours(48);

    private final int most;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReportQueue waiting = new ReportQueue();
    /** Those that a behaviour sends a way of their own: they hold up no others. */
    private final ReportQueue astray = new ReportQueue();

    private final Rotation rotation = new Rotation();
    /** Binds that were given reports and not told yet that these may go: a write for each would be too many. */
    private final List<ReceivingBind> begun = new ArrayList<>();

    private long waitingWeight;
    private long expected;
    private int resting;
    private int inFlight;
    private long dropped;

    Mailbox(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** A message was accepted whose reports are not due yet. */
    void expect(int reports) {
        lock.lock();
        try {
            expected += reports;
        } finally {
            lock.unlock();
        }
    }

    /** Expected reports are due. */
    void arrive(List<Report> reports) {
        lock.lock();
        try {
            expected -= reports.size();
            for (Report report : reports) {
                put(report);
                if (waiting.size() + astray.size() >= most) {
                    assignWaiting();
                    dropOldest();
                }
            }
            assignWaiting();
            dropOldest();
        } finally {
            lock.unlock();
        }
    }

    /** Gives what waits to binds that have room. */
    void assign() {
        lock.lock();
        try {
            assignWaiting();
        } finally {
            lock.unlock();
        }
    }

    void join(ReceivingBind bind) {
        lock.lock();
        try {
            if (!bind.isRetired()) {
                rotation.add(bind);
                assignWaiting();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The bind gets no more reports; its answers still count. */
    void retire(ReceivingBind bind) {
        lock.lock();
        try {
            bind.retire();
            rotation.remove(bind);
        } finally {
            lock.unlock();
        }
    }

    /** The bind is gone: what it did not answer goes to another at once. */
    void leave(ReceivingBind bind) {
        lock.lock();
        try {
            bind.retire();
            rotation.remove(bind);
            putBack(bind.takeAll());
            assignWaiting();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A client answered. What may go out in its place goes with {@link #assign}, once for many.
     *
     * @param noted is told of the report while it still counts as unacknowledged
     * @return the report; null if the answer was for none, or came late
     */
    @Nullable
    Report answered(ReceivingBind bind, int sequenceNumber, CommandStatus status, Consumer<Report> noted) {
        lock.lock();
        try {
            Report report = bind.take(sequenceNumber);
            if (report != null) {
                noted.accept(report);
                inFlight--;
                if (!status.isOk()) {
                    resting++;
                }
            }
            return report;
        } finally {
            lock.unlock();
        }
    }

    /** A refused report has waited long enough. */
    void rested(Report report) {
        lock.lock();
        try {
            resting--;
            put(report);
            assignWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what was sent before this time and not answered, and drops what waited too long. */
    boolean expire(long sentBeforeNanos) {
        lock.lock();
        try {
            long droppedBefore = dropped;
            dropOld();
            int before = inFlight;
            for (ReceivingBind bind : rotation.all()) {
                putBack(bind.takeSentBefore(sentBeforeNanos));
            }
            boolean any = inFlight < before;
            if (any) {
                assignWaiting();
            }
            return any || dropped > droppedBefore;
        } finally {
            lock.unlock();
        }
    }

    /** Not acknowledged: expected, waiting or in flight. */
    long unacknowledged() {
        lock.lock();
        try {
            return expected + waiting.size() + astray.size() + resting + inFlight;
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private void put(Report report) {
        (report.isUsual() ? waiting : astray).add(report);
        waitingWeight += report.weight();
    }

    private void putBack(List<Report> reports) {
        inFlight -= reports.size();
        reports.forEach(this::put);
    }

    private void assignWaiting() {
        if (waiting.isEmpty() && astray.isEmpty()) {
            return;
        }
        dropOld();
        long now = System.nanoTime();
        if (!astray.isEmpty()) {
            assignAstray(now);
        }
        for (Report oldest = waiting.peek(); oldest != null; oldest = waiting.peek()) {
            ReceivingBind bind = rotation.choose(oldest);
            if (bind == null) {
                break;
            }
            waiting.poll();
            send(oldest, bind, now);
        }
        begun.forEach(ReceivingBind::sent);
        begun.clear();
    }

    private void assignAstray(long now) {
        List<Report> left = new ArrayList<>();
        for (Report next = astray.poll(); next != null; next = astray.poll()) {
            ReceivingBind bind = rotation.choose(next);
            if (bind == null) {
                left.add(next);
            } else {
                send(next, bind, now);
            }
        }
        left.forEach(astray::add);
    }

    private void send(Report report, ReceivingBind bind, long now) {
        waitingWeight -= report.weight();
        inFlight++;
        if (bind.send(report, now)) {
            begun.add(bind);
        }
    }

    private void dropOldest() {
        while (waiting.size() + astray.size() + resting + inFlight > most || waitingWeight > Limits.REPORT_OCTETS) {
            ReportQueue from = hasOldest(astray, waiting) ? astray : waiting;
            if (!drop(from)) {
                return;
            }
        }
    }

    private static boolean hasOldest(ReportQueue one, ReportQueue other) {
        Report mine = one.peek();
        Report theirs = other.peek();
        return mine != null && (theirs == null || mine.age() < theirs.age());
    }

    private void dropOld() {
        long made = clock.millis() - KEPT.toMillis();
        dropMadeBefore(made, waiting);
        dropMadeBefore(made, astray);
    }

    private void dropMadeBefore(long millis, ReportQueue from) {
        for (Report oldest = from.peek(); oldest != null && oldest.madeAtMillis() < millis; oldest = from.peek()) {
            drop(from);
        }
    }

    /** @return whether there was one */
    private boolean drop(ReportQueue from) {
        Report oldest = from.poll();
        if (oldest != null) {
            waitingWeight -= oldest.weight();
            dropped++;
        }
        return oldest != null;
    }
}
