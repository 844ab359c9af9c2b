package org.smppra.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Until when something must have happened on a connection, and what it means if it has not. */
final class Deadline {
    private record Set(long atNanos, String reason) {}

    private volatile @Nullable Set set;

    void set(Duration timeout, String reason) {
        set = new Set(System.nanoTime() + timeout.toNanos(), reason);
    }

    void clear() {
        set = null;
    }

    boolean isOver(long nowNanos) {
        Set current = set;
        return current != null && nowNanos - current.atNanos >= 0;
    }

    String reason() {
        Set current = set;
        return current == null ? "" : current.reason;
    }
}
