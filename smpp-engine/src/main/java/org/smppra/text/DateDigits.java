package org.smppra.text;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;

/** The two-digit fields that every date of SMPP is made of. SMPP 3.4 section 7.1.1 and appendix C. */
final class DateDigits {
    /** The year that 38 stands for; 37 is the last, 99 years later. */
    static final int FIRST_YEAR = 1938;

    private static final int PIVOT = FIRST_YEAR % 100;

    private DateDigits() {}

    /** Whether the first {@code count} characters are digits. */
    static boolean isDigits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The two digits from {@code at} on. */
    static int number(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    static void append(StringBuilder text, int number) {
        text.append(number / 10).append(number % 10);
    }

    /** The first 12 characters as YYMMDDhhmmss. */
    static Optional<LocalDateTime> shortYear(String text) {
        if (!isDigits(text, 12)) {
            return Optional.empty();
        }
        int year = number(text, 0);
        return dateTime((year < PIVOT ? 2000 : 1900) + year, text, 2);
    }

    /** The ten characters from {@code at} on as MMDDhhmmss. */
    static Optional<LocalDateTime> dateTime(int year, String text, int at) {
        int month = number(text, at);
        int day = number(text, at + 2);
        int hour = number(text, at + 4);
        int minute = number(text, at + 6);
        int second = number(text, at + 8);
        boolean sound = year > 0 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
        if (!sound || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second));
    }
}
