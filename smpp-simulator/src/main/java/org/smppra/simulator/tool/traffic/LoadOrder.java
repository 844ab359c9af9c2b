package org.smppra.simulator.tool.traffic;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The load that is asked for.
 *
 * @param reportsPerSecond delivery reports, over all accounts together
 * @param messagesPerSecond mobile-originated messages, over all accounts together
 * @param systemId the account that gets them; null: each one that can receive, in turn
 * @param duration null: until it is switched off
 */
public record LoadOrder(
        double reportsPerSecond, double messagesPerSecond, @Nullable String systemId, @Nullable Duration duration) {
    /** Of each kind, a second. */
    public static final double MOST = 20_000;

    /** No load. */
    public static final LoadOrder NONE = new LoadOrder(0, 0, null, null);

    public LoadOrder {
        check("reports", reportsPerSecond);
        check("messages", messagesPerSecond);
        if (duration != null && (duration.isNegative() || duration.isZero())) {
            throw new IllegalArgumentException("the time of a load must be longer than nothing");
        }
    }

    private static void check(String what, double perSecond) {
        if (!(perSecond >= 0 && perSecond <= MOST)) {
            throw new IllegalArgumentException(what + " a second: " + perSecond + " is outside 0 to " + (long) MOST);
        }
    }

    public boolean isNone() {
        return reportsPerSecond == 0 && messagesPerSecond == 0;
    }

    @Override
    public String toString() {
        if (isNone()) {
            return "off";
        }
        return plain(reportsPerSecond) + " reports and " + plain(messagesPerSecond) + " messages a second"
                + (systemId == null ? "" : " to " + systemId)
                + (duration == null ? "" : " for " + duration.toSeconds() + " s");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
