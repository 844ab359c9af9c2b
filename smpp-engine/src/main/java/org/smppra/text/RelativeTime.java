package org.smppra.text;

import java.time.Duration;
import org.smppra.InvalidMessageException;

/**
 * A duration as SMPP's relative time, YYMMDDhhmmss000R. SMPP 3.4 section 7.1.1.
 *
 * <p>More than 0, at most 31 days: years and months are not written, for their length depends on who reads them, and an
 * SMSC may refuse a day field above 31. Part of a second is rounded up, so that a short rest never becomes 0, which an
 * SMSC may read as its own default.
 */
public final class RelativeTime {
    /** The longest duration that can be written. */
    public static final Duration MAX = Duration.ofDays(31);

    private static final String FIELD = "validity";

    private RelativeTime() {}

    /**
     * The 16 characters of {@code duration}.
     *
     * @throws InvalidMessageException naming {@code validity} if it is not more than 0 and at most {@link #MAX}
     */
    public static String of(Duration duration) throws InvalidMessageException {
        if (duration.isZero() || duration.isNegative()) {
            throw new InvalidMessageException(FIELD, "must be more than 0");
        }
        if (duration.compareTo(MAX) > 0) {
            throw new InvalidMessageException(FIELD, "longer than " + MAX.toDays() + " days");
        }
        Duration whole = Duration.ofSeconds(duration.toSeconds() + (duration.toNanosPart() > 0 ? 1 : 0));
        StringBuilder time = new StringBuilder(16).append("0000");
        append(time, whole.toDaysPart());
        append(time, whole.toHoursPart());
        append(time, whole.toMinutesPart());
        append(time, whole.toSecondsPart());
        return time.append("000R").toString();
    }

    private static void append(StringBuilder time, long field) {
        time.append(field / 10).append(field % 10);
    }
}
