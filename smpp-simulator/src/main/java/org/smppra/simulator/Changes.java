package org.smppra.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets a test wait for a condition, which is looked at again whenever something happened. */
final class Changes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition happened = lock.newCondition();
    private volatile int waiters;

    void happened() {
        if (waiters > 0) {
            lock.lock();
            try {
                happened.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    boolean await(BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        lock.lock();
        try {
            waiters++;
            long left = deadline - System.nanoTime();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                // In steps, for what changes without being told, such as a thread that ended.
                happened.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
                left = deadline - System.nanoTime();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters--;
            lock.unlock();
        }
    }
}
