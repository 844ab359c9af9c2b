package org.smppra.text;

import java.time.Duration;
import java.util.Optional;
import org.smppra.InvalidMessageException;

/**
 * A distance from the SMSC's now as YYMMDDhhmmss000R, each field 0 to 99.
 *
 * <p>SMPP 3.4 section 7.1.1.2.
 */
public record RelativeTime(int years, int months, int days, int hours, int minutes, int seconds) implements Time {
    /** The longest duration that is written. */
    public static final Duration MAX = Duration.ofDays(31);

    private static final int LENGTH = 16;
    private static final String FIELD = "validity";

    /** @throws IllegalArgumentException for a field outside 0 to 99 */
    public RelativeTime {
        for (int field : new int[] {years, months, days, hours, minutes, seconds}) {
            if (field < 0 || field > 99) {
                throw new IllegalArgumentException("relative time: " + field + " is outside 0 to 99");
            }
        }
    }

    /**
     * A duration of more than 0 and at most 31 days: years and months are not used, for their length depends on who
     * reads them, and an SMSC may refuse a day field above 31. Part of a second is rounded up, so that a short rest never
     * becomes 0, which an SMSC may read as its own default.
     *
     * @throws InvalidMessageException naming {@code validity} if it is not more than 0 and at most {@link #MAX}
     */
    public static RelativeTime of(Duration duration) throws InvalidMessageException {
        if (duration.isZero() || duration.isNegative()) {
            throw new InvalidMessageException(FIELD, "must be more than 0");
        }
        if (duration.compareTo(MAX) > 0) {
            throw new InvalidMessageException(FIELD, "longer than " + MAX.toDays() + " days");
        }
        Duration whole = Duration.ofSeconds(duration.toSeconds() + (duration.toNanosPart() > 0 ? 1 : 0));
        return new RelativeTime(
                0, 0, (int) whole.toDaysPart(), whole.toHoursPart(), whole.toMinutesPart(), whole.toSecondsPart());
    }

    /** The time that {@code text} is; empty if it is none. Tenths and quarters mean nothing here. */
    public static Optional<RelativeTime> parse(String text) {
        if (text.length() != LENGTH || text.charAt(LENGTH - 1) != 'R' || !DateDigits.isDigits(text, LENGTH - 1)) {
            return Optional.empty();
        }
        return Optional.of(new RelativeTime(
                DateDigits.number(text, 0),
                DateDigits.number(text, 2),
                DateDigits.number(text, 4),
                DateDigits.number(text, 6),
                DateDigits.number(text, 8),
                DateDigits.number(text, 10)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(LENGTH);
        DateDigits.append(text, years);
        DateDigits.append(text, months);
        DateDigits.append(text, days);
        DateDigits.append(text, hours);
        DateDigits.append(text, minutes);
        DateDigits.append(text, seconds);
        return text.append("000R").toString();
    }
}
