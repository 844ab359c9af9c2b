package org.smppra.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a delivery receipt. SMPP 3.4 appendix B (YYMMDDhhmm) and section 7.1.1 (absolute time), and what else
 * providers write:
 *
 * <ul>
 *   <li>10 digits YYMMDDhhmm, 12 digits with seconds, 14 digits with a four-digit year as well, in the zone given;
 *   <li>16 characters YYMMDDhhmmsstnnp, with their own distance from UTC in quarters of an hour, up to 12 hours;
 *   <li>seconds since 1970 in 10 digits, if they are no YYMMDDhhmm and lie between September 2001 and May 2033 (a first
 *       digit 1): a later range would make instants out of mistyped dates of today.
 * </ul>
 *
 * <p>A two-digit year from 38 on is 19xx (appendix C). Everything else is empty; a relative time too, for nobody says
 * what it is relative to.
 */
public final class ReceiptDate {
    private static final int PIVOT = 38;
    private static final int MAX_QUARTERS = 48;

    private ReceiptDate() {}

    /** The instant that {@code date} names in {@code zone}; never throws. */
    public static Optional<Instant> parse(@Nullable String date, ZoneId zone) {
        if (date == null) {
            return Optional.empty();
        }
        String bare = date.strip();
        return switch (bare.length()) {
            case 10 -> minutes(bare, zone);
            case 12 -> shortYear(bare).map(at -> at.atZone(zone).toInstant());
            case 14 -> longYear(bare).map(at -> at.atZone(zone).toInstant());
            case 16 -> absolute(bare);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> minutes(String date, ZoneId zone) {
        Optional<Instant> minutes =
                shortYear(date + "00").map(at -> at.atZone(zone).toInstant());
        if (minutes.isPresent() || date.charAt(0) != '1' || !isDigits(date, 10)) {
            return minutes;
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
    }

    private static Optional<Instant> absolute(String date) {
        char sign = date.charAt(15);
        if ((sign != '+' && sign != '-') || !isDigits(date, 15) || number(date, 13) > MAX_QUARTERS) {
            return Optional.empty();
        }
        int quarters = sign == '+' ? number(date, 13) : -number(date, 13);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarters * 15 * 60);
        int tenths = date.charAt(12) - '0';
        return shortYear(date.substring(0, 12)).map(at -> at.toInstant(offset).plusMillis(100L * tenths));
    }

    private static Optional<LocalDateTime> shortYear(String date) {
        if (!isDigits(date, 12)) {
            return Optional.empty();
        }
        int year = number(date, 0);
        return dateTime((year < PIVOT ? 2000 : 1900) + year, date, 2);
    }

    private static Optional<LocalDateTime> longYear(String date) {
        return isDigits(date, 14) ? dateTime(100 * number(date, 0) + number(date, 2), date, 4) : Optional.empty();
    }

    private static Optional<LocalDateTime> dateTime(int year, String date, int at) {
        int month = number(date, at);
        int day = number(date, at + 2);
        int hour = number(date, at + 4);
        int minute = number(date, at + 6);
        int second = number(date, at + 8);
        boolean sound = year > 0 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
        if (!sound || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
    }

    private static boolean isDigits(String date, int count) {
        for (int i = 0; i < count; i++) {
            if (date.charAt(i) < '0' || date.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String date, int at) {
        return 10 * (date.charAt(at) - '0') + date.charAt(at + 1) - '0';
    }
}
