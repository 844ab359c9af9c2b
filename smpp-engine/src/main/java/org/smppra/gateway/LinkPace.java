package org.smppra.gateway;

/**
 * How fast one bind may submit, as the SMSC lets us find out. Without a limit until it throttles; then three quarters
 * of the rate that it had taken, and from there a twentieth more each second; half as much again each second where the
 * rate at which it last throttled is left behind. A minute without, and at twice the rate that it took, the limit is
 * gone. Time is a parameter.
 */
final class LinkPace {
    private static final long SECOND = 1_000_000_000;
    /** The answers to what was under way when the SMSC first throttled say nothing new. */
    private static final long ONCE_A = SECOND / 2;

    private static final double LEAST = 1;
    private static final double KEPT = 0.75;
    private static final double GROWTH = 1.05;
    private static final double SEARCH = 1.5;

    private volatile boolean limited;
    private double perSecond;
    private double ceiling;
    private double tokens;
    private long filledAt;
    private long slowedAt;
    private long grownAt;
    private long countedAt;
    private long counted;
    private double taken;

    /** @param accepted requests that the SMSC took on this bind so far */
    LinkPace(long now, long accepted) {
        slowedAt = now - ONCE_A;
        countedAt = now;
        counted = accepted;
    }

    /** Whether there is a limit now. */
    boolean isLimited() {
        return limited;
    }

    /** Requests a second, 0 while there is no limit. */
    synchronized double perSecond() {
        return limited ? perSecond : 0;
    }

    /** The SMSC said that we are too fast. */
    synchronized void throttled(long now, long accepted) {
        if (now - slowedAt < ONCE_A) {
            return;
        }
        double rate = Math.max(LEAST, Math.max(taken, rate(now, accepted)));
        ceiling = limited ? Math.min(perSecond, rate) : rate;
        perSecond = Math.max(LEAST, KEPT * ceiling);
        limited = true;
        slowedAt = now;
        grownAt = now;
        filledAt = now;
        tokens = 0;
    }

    /** To be called a few times a second. */
    synchronized void tick(long now, long accepted) {
        if (now - countedAt >= SECOND) {
            if (accepted > counted) {
                taken = rate(now, accepted);
            }
            countedAt = now;
            counted = accepted;
        }
        if (limited && now - grownAt >= SECOND) {
            grownAt = now;
            perSecond *= perSecond > 1.1 * ceiling ? SEARCH : GROWTH;
            limited = perSecond <= 2 * Math.max(taken, LEAST) || now - slowedAt < 60 * SECOND;
        }
    }

    /** Nanoseconds until the next turn is due; 0 = now. */
    synchronized long dueIn(long now) {
        if (!limited) {
            return 0;
        }
        tokens = Math.min(Math.max(1, perSecond / 20), tokens + (now - filledAt) * perSecond / SECOND);
        filledAt = now;
        return tokens >= 1 ? 0 : (long) ((1 - tokens) * SECOND / perSecond) + 1;
    }

    /** Turns that are due now. */
    synchronized int available(long now) {
        return dueIn(now) > 0 ? 0 : limited ? (int) tokens : Integer.MAX_VALUE;
    }

    /** Takes a turn, if one is due. */
    synchronized boolean take(long now) {
        if (dueIn(now) > 0) {
            return false;
        }
        tokens--;
        return true;
    }

    private double rate(long now, long accepted) {
        return (accepted - counted) * (double) SECOND / Math.max(now - countedAt, SECOND / 10);
    }
}
