package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;

/** The forms that parameters have. */
final class Parameters {
    private static final Pattern STATUS_NAME = Pattern.compile("ESME_[A-Z0-9_]+");
    private static final int NAMED_STATUSES = 0x105;

    private Parameters() {}

    static Parameter<Duration> duration(String name, String byDefault, String description) {
        return new Parameter<>(name, DurationText.FORM, byDefault, description, DurationText::parse);
    }

    /** None where nothing is given. */
    static Parameter<Optional<Duration>> limitOfTime(String name, String description) {
        return new Parameter<>(
                name,
                DurationText.FORM,
                "",
                description,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(DurationText.parse(text)));
    }

    static Parameter<Integer> number(String name, int least, int most, String byDefault, String description) {
        return new Parameter<>(name, "a number from " + least + " to " + most, byDefault, description, text -> {
            int value = Integer.decode(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    /** @return the largest number where nothing is given */
    static Parameter<Long> limit(String name, String description) {
        return new Parameter<>(name, "a number from 1", "", description, text -> {
            long value = text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text);
            if (value < 1) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    /** @return a share from 0 to 1 */
    static Parameter<Double> percentage(String name, String description) {
        return new Parameter<>(name, "a percentage such as 5%", "100%", description, text -> {
            double value = Double.parseDouble(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
            if (!(value > 0 && value <= 100)) {
                throw new IllegalArgumentException();
            }
            return value / 100;
        });
    }

    /** Any 32-bit number in hexadecimal, such as a command_id. */
    static Parameter<Integer> hex(String name, String byDefault, String description) {
        return new Parameter<>(
                name, "a hexadecimal number such as " + byDefault, byDefault, description, Parameters::toHexNumber);
    }

    static Parameter<Octets> octets(String name, String byDefault, String description) {
        return new Parameter<>(name, "octets in hexadecimal such as 0A1B", byDefault, description, Octets::ofHex);
    }

    static Parameter<CommandStatus> errorStatus(String name, String byDefault, String description) {
        return new Parameter<>(
                name, "a command_status such as 0x58 or ESME_RTHROTTLED", byDefault, description, text -> {
                    CommandStatus status = STATUS_NAME.matcher(text).matches()
                            ? namedStatus(text)
                            : CommandStatus.of(toHexNumber(text));
                    if (status.isOk()) {
                        throw new IllegalArgumentException();
                    }
                    return status;
                });
    }

    static Parameter<Boolean> flag(String name, String description) {
        return new Parameter<>(name, "yes or no", "no", description, text -> switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** One of these words. */
    static Parameter<String> choice(String name, List<String> words, String byDefault, String description) {
        return new Parameter<>(name, "one of " + String.join(", ", words), byDefault, description, text -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (!words.contains(word) && !word.equals(byDefault)) {
                throw new IllegalArgumentException();
            }
            return word;
        });
    }

    static Parameter<String> text(String name, String form, String byDefault, String description) {
        return new Parameter<>(name, form, byDefault, description, text -> text);
    }

    private static int toHexNumber(String text) {
        return Integer.parseUnsignedInt(text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text, 16);
    }

    private static CommandStatus namedStatus(String name) {
        for (int value = 1; value < NAMED_STATUSES; value++) {
            CommandStatus status = CommandStatus.of(value);
            if (status.toString().startsWith(name + " ")) {
                return status;
            }
        }
        throw new IllegalArgumentException();
    }
}
