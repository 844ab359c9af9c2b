package org.smppra.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
    private ReceiptDate() {}

    /** The instant that {@code date} names in {@code zone}; never throws. */
    public static Optional<Instant> parse(@Nullable String date, ZoneId zone) {
        if (date == null) {
            return Optional.empty();
        }
        String bare = date.strip();
        return switch (bare.length()) {
            case 10 -> minutes(bare, zone);
            case 12 -> DateDigits.shortYear(bare).map(at -> at.atZone(zone).toInstant());
            case 14 -> longYear(bare).map(at -> at.atZone(zone).toInstant());
            case 16 -> AbsoluteTime.parse(bare).map(AbsoluteTime::toInstant);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> minutes(String date, ZoneId zone) {
        Optional<Instant> minutes =
                DateDigits.shortYear(date + "00").map(at -> at.atZone(zone).toInstant());
        if (minutes.isPresent() || date.charAt(0) != '1' || !DateDigits.isDigits(date, 10)) {
            return minutes;
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
    }

    private static Optional<LocalDateTime> longYear(String date) {
        return DateDigits.isDigits(date, 14)
                ? DateDigits.dateTime(100 * DateDigits.number(date, 0) + DateDigits.number(date, 2), date, 4)
                : Optional.empty();
    }
}
