package org.smppra.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.smppra.simulator.behaviour.DurationText;

/**
 * What becomes of a message, and what its report says. As a text {@code UNDELIV:019:delay=5s:enroute=before}; err may be
 * the provider's own code, such as 0x1013, and all but the state may be left out.
 *
 * @param stat as it stands in the report: ENROUTE, DELIVRD, EXPIRED, UNDELIV, ACCEPTD, UNKNOWN or REJECTD
 * @param err three decimal digits, such as 019 for the provider's 0x1013
 * @param enroute whether a report ENROUTE comes too
 * @param delay from the answer to the report; empty: as long as for all
 */
public record MessageOutcome(String stat, String err, Enroute enroute, Optional<Duration> delay) {
    /** A second report, which says ENROUTE, beside the one with the outcome. */
    public enum Enroute {
        NONE,
        BEFORE,
        AFTER
    }

    private static final List<String> STATES =
            List.of("ENROUTE", "DELIVRD", "EXPIRED", "UNDELIV", "ACCEPTD", "UNKNOWN", "REJECTD");
    private static final String FORM = "STATE:ERR:delay=TIME:enroute=before|after, such as UNDELIV:019:delay=5s";
    private static final int CODES = 0x1000;

    /** What becomes of a message where nothing else is said; behind the states, which it needs. */
    public static final MessageOutcome DELIVERED = of("DELIVRD", "000");

    /** @throws IllegalArgumentException naming what is wrong */
    public MessageOutcome {
        Objects.requireNonNull(enroute, "enroute");
        if (!STATES.contains(stat)) {
            throw new IllegalArgumentException("outcome: " + stat + " is no state of the provider, which are "
                    + String.join(", ", STATES) + "; send any other as a raw report");
        }
        err = err.startsWith("0x") ? ofCode(err) : err;
        if (!err.matches("[0-9A-Za-z]{1,5}")) {
            throw new IllegalArgumentException("outcome: " + err + " is no error such as 019 or 0x1013");
        }
        if (delay.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("outcome: delay " + delay.get() + " is negative");
        }
    }

    /** @param err such as 019, or the provider's code, such as 0x1013 */
    public static MessageOutcome of(String stat, String err) {
        return new MessageOutcome(stat, err, Enroute.NONE, Optional.empty());
    }

    /** @throws IllegalArgumentException naming what is wrong */
    public static MessageOutcome parse(String text) {
        String[] words = text.split(":", -1);
        MessageOutcome outcome = of(words[0], "000");
        for (int i = 1; i < words.length; i++) {
            outcome = outcome.and(words[i], i);
        }
        return outcome;
    }

    private MessageOutcome and(String word, int place) {
        if (word.startsWith("delay=")) {
            return delayed(delayOf(word));
        }
        if (word.startsWith("enroute=")) {
            return switch (word.substring("enroute=".length())) {
                case "before" -> with(Enroute.BEFORE);
                case "after" -> with(Enroute.AFTER);
                default -> throw new IllegalArgumentException("outcome: " + word + " must be " + FORM);
            };
        }
        if (place != 1) {
            throw new IllegalArgumentException("outcome: " + word + " must be " + FORM);
        }
        return new MessageOutcome(stat, word, enroute, delay);
    }

    private static Duration delayOf(String word) {
        try {
            return DurationText.parse(word.substring("delay=".length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("outcome: delay: " + e.getMessage(), e);
        }
    }

    public MessageOutcome with(Enroute second) {
        return new MessageOutcome(stat, err, second, delay);
    }

    public MessageOutcome delayed(Duration time) {
        return new MessageOutcome(stat, err, enroute, Optional.of(time));
    }

    /** The provider's page: of 0x107E the 07E, in base 10. */
    private static String ofCode(String code) {
        try {
            int value = Integer.parseInt(code.substring(2), 16) - CODES;
            if (value >= 0 && value < CODES) {
                return String.format(Locale.ROOT, "%03d", value);
            }
        } catch (NumberFormatException e) {
            // No number at all.
        }
        throw new IllegalArgumentException("outcome: " + code + " is no error code from 0x1000 to 0x1FFF");
    }

    /**
     * Whether a report is wanted.
     *
     * <p>SMPP 3.4 section 5.2.17; 3 is reserved there and means "success only" in SMPP 5.0.
     */
    boolean isReported(int registeredDelivery) {
        boolean good = stat.equals("DELIVRD") || stat.equals("ACCEPTD");
        return switch (registeredDelivery & 3) {
            case 1 -> true;
            case 2 -> !good;
            case 3 -> good;
            default -> false;
        };
    }

    /** A text that {@link #parse} reads. */
    @Override
    public String toString() {
        return stat + ":" + err
                + delay.map(time -> ":delay=" + DurationText.write(time)).orElse("")
                + (enroute == Enroute.NONE ? "" : ":enroute=" + enroute.name().toLowerCase(Locale.ROOT));
    }
}
