package org.smppra.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message waits before it is tried again: longer each time, and not all at one moment. */
final class RetryDelay {
    private static final int MAX_DOUBLINGS = 16;

    private final RandomGenerator random;

    RetryDelay(RandomGenerator random) {
        this.random = random;
    }

    /** The SMSC has trouble of its own. */
    Duration later(int attempts) {
        return growing(1_000, 60_000, attempts);
    }

    /** The link was too fast and slows down by itself: there is little to wait for. */
    Duration tooFast(int attempts) {
        return growing(250, 10_000, attempts);
    }

    /** Written without an answer: at once, unless that goes on. */
    Duration unanswered(int attempts) {
        return attempts == 0 ? Duration.ZERO : growing(1_000, 60_000, attempts - 1);
    }

    private Duration growing(long first, long most, int attempts) {
        long delay = Math.min(most, first << Math.min(attempts, MAX_DOUBLINGS));
        return Duration.ofMillis(delay - random.nextLong(delay / 5 + 1));
    }
}
