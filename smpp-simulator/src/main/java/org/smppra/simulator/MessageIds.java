package org.smppra.simulator;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ten decimal or eight hexadecimal digits, growing, never with a zero in front, one row for both hosts. */
final class MessageIds {
    private static final long FIRST = 1_000_000_000L;
    private static final long LAST = 0xFFFF_FFFFL;
    private static final long SECONDS = 300_000_000L;

    private final AtomicLong next;

    /** Begins where the time stands: a simulator that was started again repeats no id. */
    MessageIds(Instant startedAt) {
        next = new AtomicLong(FIRST + startedAt.getEpochSecond() % SECONDS * 10);
    }

    long next() {
        return next.getAndUpdate(id -> id == LAST ? FIRST : id + 1);
    }
}
