package org.smppra.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;

/**
 * The reports of one account, from the moment a message asks for one until a client acknowledged it. Its lock is held
 * for moments only: what is to be written goes to the courier of a connection.
 */
final class Mailbox {
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Report> waiting = new PriorityQueue<>(Comparator.comparingLong(Report::age));
    private final Rotation rotation = new Rotation();
    private long waitingWeight;
    private long expected;
    private int resting;
    private int inFlight;
    private long dropped;

    Mailbox(int most) {
        this.most = most;
    }

    /** A message was accepted whose report is not due yet. */
    void expect() {
        lock.lock();
        try {
            expected++;
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
                if (waiting.size() >= most) {
                    assign();
                    dropOldest();
                }
            }
            assign();
            dropOldest();
        } finally {
            lock.unlock();
        }
    }

    void join(ReceivingBind bind) {
        lock.lock();
        try {
            if (!bind.isRetired()) {
                rotation.add(bind);
                assign();
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
            assign();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A client answered.
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
                assign();
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
            assign();
        } finally {
            lock.unlock();
        }
    }

    /** Takes back what was sent before this time and not answered. */
    boolean expire(long sentBeforeNanos) {
        lock.lock();
        try {
            int before = inFlight;
            for (ReceivingBind bind : rotation.all()) {
                putBack(bind.takeSentBefore(sentBeforeNanos));
            }
            boolean any = inFlight < before;
            if (any) {
                assign();
            }
            return any;
        } finally {
            lock.unlock();
        }
    }

    /** Not acknowledged: expected, waiting or in flight. */
    long unacknowledged() {
        lock.lock();
        try {
            return expected + waiting.size() + resting + inFlight;
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
        waiting.add(report);
        waitingWeight += report.weight();
    }

    private void putBack(List<Report> reports) {
        inFlight -= reports.size();
        reports.forEach(this::put);
    }

    private void assign() {
        long now = System.nanoTime();
        for (Report oldest = waiting.peek(); oldest != null; oldest = waiting.peek()) {
            ReceivingBind bind = rotation.choose(oldest);
            if (bind == null) {
                return;
            }
            waiting.remove();
            waitingWeight -= oldest.weight();
            inFlight++;
            bind.send(oldest, now);
        }
    }

    private void dropOldest() {
        while (waiting.size() + resting + inFlight > most || waitingWeight > Limits.REPORT_OCTETS) {
            Report oldest = waiting.poll();
            if (oldest == null) {
                return;
            }
            waitingWeight -= oldest.weight();
            dropped++;
        }
    }
}
