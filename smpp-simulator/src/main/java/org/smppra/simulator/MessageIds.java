package org.smppra.simulator;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ten decimal digits, growing, never with a zero in front, one row for both hosts. */
final class MessageIds {
    private static final long FIRST = 1_000_000_000L;
    private static final long LAST = 9_999_999_999L;
    private static final long SECONDS = 400_000_000L;

    private final AtomicLong next;

    /** Begins where the time stands: a simulator that was started again repeats no id. */
    MessageIds(Instant startedAt) {
        next = new AtomicLong(FIRST + startedAt.getEpochSecond() % SECONDS * 10);
    }

    long next() {
        return next.getAndUpdate(id -> id == LAST ? FIRST : id + 1);
    }
}
