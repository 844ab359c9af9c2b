package org.smppra.simulator;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ten decimal or eight hexadecimal digits, growing, never with a zero in front, one row for both hosts. */
final class MessageIds {
    private static final long FIRST = 1_000_000_000L;
    private static final long LAST = 0xFFFF_FFFFL;
    private final AtomicLong next;

    /**
     * Begins anywhere: a simulator that is started again repeats no id, however many the one before gave away. To a client
     * that remembers, a receipt with the id of another message would be that one's.
     */
    MessageIds() {
        next = new AtomicLong(ThreadLocalRandom.current().nextLong(FIRST, LAST));
    }

    long next() {
        return next.getAndUpdate(id -> id == LAST ? FIRST : id + 1);
    }
}
