package org.smppra.gateway;

import java.util.random.RandomGenerator;
import org.smppra.message.CommandStatus;
import org.smppra.session.SessionEnd;

/** How long to wait before the next attempt: at once after a loss, then growing, slowly where we were turned away. */
final class Backoff {
    private static final long MILLI = 1_000_000;
    private static final long FIRST = 500 * MILLI;
    /** A bind that lived shorter counts as a failed attempt, or a host that drops every bind would be stormed. */
    private static final long STABLE = 1000 * MILLI;

    private final long max;
    private final RandomGenerator random;
    private int failures;

    Backoff(long max, RandomGenerator random) {
        this.max = max;
        this.random = random;
    }

    /** Attempts that failed in a row. */
    int failures() {
        return failures;
    }

    /**
     * @param boundFor how long the link had been bound, 0 if it never was
     * @param known whether the host had us bound a moment ago: what it refuses now it may only count still
     * @return nanoseconds, with jitter
     */
    long next(SessionEnd end, long boundFor, boolean known) {
        if (boundFor >= STABLE) {
            failures = 0;
        }
        int failed = failures++;
        if (isTurnedAway(end) && !known) {
            return jitter(max);
        }
        if (failed == 0 && boundFor > 0) {
            return random.nextLong(100 * MILLI);
        }
        return jitter(Math.min(max, FIRST << Math.min(failed, 16)));
    }

    /** Whether another attempt with the same settings can hardly succeed soon. */
    static boolean isTurnedAway(SessionEnd end) {
        CommandStatus status = end.status();
        return status != null
                && (status.equals(CommandStatus.ESME_RINVPASWD)
                        || status.equals(CommandStatus.ESME_RINVSYSID)
                        || status.equals(CommandStatus.ESME_RBINDFAIL)
                        || status.equals(CommandStatus.ESME_RINVSYSTYP)
                        || status.equals(CommandStatus.ESME_RALYBND));
    }

    private long jitter(long delay) {
        return delay - random.nextLong(delay / 5 + 1);
    }
}
