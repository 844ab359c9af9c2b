package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them: a number and ms, s, m or h. */
public final class DurationText {
    /** For messages and help texts. */
    public static final String FORM = "a time such as 500ms, 30s, 5m or 48h";

    private static final Pattern PARTS = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private static final Duration LONGEST = Duration.ofDays(365);

    private DurationText() {}

    /** @throws IllegalArgumentException naming the text if it is no time, or longer than a year */
    public static Duration parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " must be " + FORM);
        }
        long value = Long.parseLong(parts.group(1));
        Duration time =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(value);
                    case "s" -> Duration.ofSeconds(value);
                    case "m" -> Duration.ofMinutes(value);
                    default -> Duration.ofHours(value);
                };
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text + " is longer than a year");
        }
        return time;
    }

    /** In the largest unit that is exact; less than a millisecond is lost. */
    public static String write(Duration time) {
        long millis = time.toMillis();
        if (millis % 1_000 != 0 || millis == 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
