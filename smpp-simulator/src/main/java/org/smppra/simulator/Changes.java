package org.smppra.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes those who wait for the simulator to change. Costs one read where nobody waits. */
final class Changes {
    /** A condition may look at more than the simulator: it is asked this often even without a change. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    /** To be called after the change, so that a waiting thread sees it. */
    void signal() {
        if (waiting.get() == 0) {
            return;
        }
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks without a lock held, so that the condition may ask the simulator anything. An interrupt ends it. */
    boolean await(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        waiting.incrementAndGet();
        try {
            while (true) {
                long seen = current();
                if (condition.getAsBoolean()) {
                    return true;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitChange(seen, Math.min(left, LOOK_AGAIN_NANOS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private long current() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (count == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
