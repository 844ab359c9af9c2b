package org.smppra.dispatch;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes submission ids: 20 characters that sort by time and are unique over nodes. Nine hold the milliseconds, six a
 * number this node drew at its start, five a counter; five bits each, as digits and capitals without I, L, O and U.
 */
public final class SubmissionIds {
    /** The length of every id, which is what a provider keeps of a reference in a receipt's text. */
    public static final int LENGTH = 20;

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private final Clock clock;
    private final int node;
    private final AtomicInteger counter = new AtomicInteger();

    public SubmissionIds(Clock clock) {
        this.clock = clock;
        this.node = new SecureRandom().nextInt();
    }

    public String next() {
        char[] id = new char[LENGTH];
        write(clock.millis(), id, 0, 9);
        write(node, id, 9, 6);
        write(counter.getAndIncrement(), id, 15, 5);
        return new String(id);
    }

    private static void write(long value, char[] id, int from, int digits) {
        long rest = value;
        for (int i = from + digits - 1; i >= from; i--) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
