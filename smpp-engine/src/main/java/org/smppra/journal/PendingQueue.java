package org.smppra.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for the writer thread; bounded in octets. */
final class PendingQueue {
    private final long maxOctets;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private List<Pending> waiting = new ArrayList<>();
    private long octets;
    private volatile int forces;
    private volatile boolean parked;
    private @Nullable Supplier<JournalException> ended;
    private volatile @Nullable Thread writer;

    PendingQueue(long maxOctets) {
        this.maxOctets = maxOctets;
    }

    void writer(Thread thread) {
        writer = thread;
    }

    boolean onWriterThread() {
        return Thread.currentThread() == writer;
    }

    /** Adds it, after waiting for room if this is not the writer thread. */
    void add(Pending pending) throws JournalException {
        int length = Head.octets(pending.batch());
        lock.lock();
        try {
            while (ended == null && octets > 0 && octets + length > maxOctets && !onWriterThread()) {
                room.awaitUninterruptibly();
            }
            if (ended != null) {
                throw ended.get();
            }
            waiting.add(pending);
            octets += length;
            if (pending.forces()) {
                forces++;
            }
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** All that waits, in order. */
    List<Pending> take() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                return List.of();
            }
            List<Pending> all = waiting;
            waiting = new ArrayList<>();
            octets = 0;
            forces = 0;
            room.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** How many that want to be forced wait. */
    int forces() {
        return forces;
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** From now on every call gets such an exception. @return what still waits */
    List<Pending> end(Supplier<JournalException> reason) {
        lock.lock();
        try {
            ended = reason;
        } finally {
            lock.unlock();
        }
        return take();
    }

    private void wake() {
        if (parked) {
            parked = false;
            interruptPark();
        }
    }

    /** The writer thread returns from its present wait, or from its next. */
    void interruptPark() {
        Thread thread = writer;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /** The writer thread waits until something is there, at most so long. */
    void park(long nanos) {
        parked = true;
        if (isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = false;
    }
}
