package org.smppra.journal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A batch on its way to the disk, and who wants to know. */
final class Pending {
    private final JournalBatch batch;
    private final boolean forces;
    private final @Nullable JournalCallback callback;
    private final @Nullable Thread waiter;
    private @Nullable JournalException failure;
    private volatile boolean done;

    private Pending(JournalBatch batch, boolean forces, @Nullable JournalCallback callback, @Nullable Thread waiter) {
        this.batch = batch;
        this.forces = forces;
        this.callback = callback;
        this.waiter = waiter;
    }

    /** The current thread is going to wait until it is forced. */
    static Pending awaited(JournalBatch batch) {
        return new Pending(batch, true, null, Thread.currentThread());
    }

    static Pending told(JournalBatch batch, JournalCallback callback) {
        return new Pending(batch, true, callback, null);
    }

    static Pending lazy(JournalBatch batch) {
        return new Pending(batch, false, null, null);
    }

    JournalBatch batch() {
        return batch;
    }

    boolean forces() {
        return forces;
    }

    /** Whether nobody hears what became of it. */
    boolean lazy() {
        return !forces;
    }

    /** Tells whoever wants to know, once. @param outcome made for this one, or null if all is well */
    void done(@Nullable JournalException outcome) {
        if (done) {
            return;
        }
        failure = outcome;
        done = true;
        if (waiter != null) {
            LockSupport.unpark(waiter);
        }
        if (callback != null) {
            callback.done(outcome);
        }
    }

    void await() throws JournalException {
        boolean interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        JournalException outcome = failure;
        if (outcome != null) {
            outcome.fillInStackTrace(); // the caller's; the writer's is that of the cause
            throw outcome;
        }
    }
}
