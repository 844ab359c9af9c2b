package org.smppra.text;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A point in time as YYMMDDhhmmsstnnp, to a tenth of a second, with its distance from UTC in quarters of an hour.
 *
 * <p>SMPP 3.4 section 7.1.1.1; years from 1938 to 2037 (appendix C).
 */
public record AbsoluteTime(OffsetDateTime at) implements Time {
    private static final int LENGTH = 16;
    private static final int MAX_QUARTERS = 48;
    private static final int QUARTER_SECONDS = 15 * 60;
    private static final int TENTH_NANOS = 100_000_000;

    /** @throws IllegalArgumentException for another year, or a distance of more than 12 hours or no whole quarters */
    public AbsoluteTime {
        int distance = at.getOffset().getTotalSeconds();
        if (distance % QUARTER_SECONDS != 0 || Math.abs(distance) > MAX_QUARTERS * QUARTER_SECONDS) {
            throw new IllegalArgumentException("offset: " + at.getOffset() + " cannot be written");
        }
        if (at.getYear() < DateDigits.FIRST_YEAR || at.getYear() >= DateDigits.FIRST_YEAR + 100) {
            throw new IllegalArgumentException("year: " + at.getYear() + " cannot be written");
        }
        at = at.minusNanos(at.getNano() % TENTH_NANOS);
    }

    /** The point in UTC. */
    public static AbsoluteTime of(Instant at) {
        return new AbsoluteTime(at.atOffset(ZoneOffset.UTC));
    }

    /** The time that {@code text} is; empty if it is none. */
    public static Optional<AbsoluteTime> parse(String text) {
        if (text.length() != LENGTH || !DateDigits.isDigits(text, LENGTH - 1)) {
            return Optional.empty();
        }
        int quarters = DateDigits.number(text, 13);
        char sign = text.charAt(15);
        if (quarters > MAX_QUARTERS || (sign != '+' && sign != '-')) {
            return Optional.empty();
        }
        int distance = (sign == '+' ? quarters : -quarters) * QUARTER_SECONDS;
        int tenths = text.charAt(12) - '0';
        return DateDigits.shortYear(text)
                .map(at -> at.plusNanos((long) tenths * TENTH_NANOS).atOffset(ZoneOffset.ofTotalSeconds(distance)))
                .map(AbsoluteTime::new);
    }

    public Instant toInstant() {
        return at.toInstant();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(LENGTH);
        DateDigits.append(text, at.getYear() % 100);
        DateDigits.append(text, at.getMonthValue());
        DateDigits.append(text, at.getDayOfMonth());
        DateDigits.append(text, at.getHour());
        DateDigits.append(text, at.getMinute());
        DateDigits.append(text, at.getSecond());
        text.append(at.getNano() / TENTH_NANOS);
        int quarters = at.getOffset().getTotalSeconds() / QUARTER_SECONDS;
        DateDigits.append(text, Math.abs(quarters));
        return text.append(quarters < 0 ? '-' : '+').toString();
    }
}
