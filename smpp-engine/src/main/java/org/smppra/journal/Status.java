package org.smppra.journal;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Whether a journal works, and why not. FAILED and CLOSED are final. */
final class Status {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile JournalState state = JournalState.RUNNING;
    private volatile String reason = "";
    private volatile @Nullable Throwable cause;

    JournalState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    /** RUNNING or FULL, unless it is at its end. @return whether this changed it */
    boolean running(JournalState now, String why) {
        lock.lock();
        try {
            boolean changes = state != now && state != JournalState.FAILED && state != JournalState.CLOSED;
            if (changes) {
                reason = why;
                state = now;
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }

    void failed(String why, Throwable by) {
        end(JournalState.FAILED, why, by);
    }

    void closed() {
        end(JournalState.CLOSED, "closed", null);
    }

    private void end(JournalState last, String why, @Nullable Throwable by) {
        lock.lock();
        try {
            if (state != JournalState.FAILED && state != JournalState.CLOSED) {
                reason = why;
                cause = by;
                state = last;
            }
        } finally {
            lock.unlock();
        }
    }

    /** A new exception that says why nothing works any more. */
    JournalException exception() {
        return state == JournalState.FAILED ? JournalException.failed(reason, cause) : JournalException.closed();
    }

    /** Throws if nothing works any more. */
    void check() throws JournalException {
        if (state == JournalState.FAILED || state == JournalState.CLOSED) {
            throw exception();
        }
    }
}
