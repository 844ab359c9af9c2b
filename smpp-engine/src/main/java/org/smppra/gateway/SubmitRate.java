package org.smppra.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * An account's own limit: an even rate, and a burst of a tenth of a second that is saved up while nobody submits. Kept
 * as one instant, that at which the next request would be due if all went evenly (generic cell rate algorithm).
 */
final class SubmitRate {
    private static final long SECOND = 1_000_000_000;
    private static final long BURST = SECOND / 10;

    private final long interval;
    private final AtomicLong due;

    /** @param perSecond 0 = no limit */
    SubmitRate(int perSecond, long now) {
        this.interval = perSecond == 0 ? 0 : SECOND / perSecond;
        this.due = new AtomicLong(now);
    }

    boolean isLimited() {
        return interval > 0;
    }

    /** Turns that are due now. */
    int available(long now) {
        if (interval == 0) {
            return Integer.MAX_VALUE;
        }
        long ahead = Math.max(0, due.get() - now);
        return ahead > BURST ? 0 : (int) ((BURST - ahead) / interval) + 1;
    }

    /** Nanoseconds until a turn is due; 0 = now. */
    long dueIn(long now) {
        return interval == 0 ? 0 : Math.max(0, due.get() - now - BURST);
    }

    /** Takes a turn if it is due. @return 0 if it was taken; else the nanoseconds until there may be one */
    long take(long now) {
        while (interval > 0) {
            long before = due.get();
            long from = before - now < 0 ? now : before;
            if (from - now > BURST) {
                return from - now - BURST;
            }
            if (due.compareAndSet(before, from + interval)) {
                return 0;
            }
        }
        return 0;
    }
}
