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

    /** A number in hexadecimal, such as a command_id. */
    static Parameter<Integer> hex(String name, int bits, String byDefault, String description) {
        String form = "a hexadecimal number of " + bits + " bits such as " + byDefault;
        return new Parameter<>(name, form, byDefault, description, text -> {
            int value = toHexNumber(text);
            if (bits < Integer.SIZE && value >>> bits != 0) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    static Parameter<Octets> octets(String name, int most, String byDefault, String description) {
        String form = "at most " + most + " octets in hexadecimal such as " + byDefault;
        return new Parameter<>(name, form, byDefault, description, text -> {
            Octets value = Octets.ofHex(text);
            if (value.length() > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    /** SMPP 3.4 section 4.6.1: 20 characters and a NUL. */
    static Parameter<String> phoneNumber(String name, String byDefault, String description) {
        return new Parameter<>(name, "a number of at most 20 digits, without +", byDefault, description, text -> {
            if (!text.matches("[0-9]{1,20}")) {
                throw new IllegalArgumentException();
            }
            return text;
        });
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

    static Parameter<String> text(String name, int most, String form, String byDefault, String description) {
        return new Parameter<>(name, form + " of at most " + most + " characters", byDefault, description, text -> {
            if (text.length() > most) {
                throw new IllegalArgumentException();
            }
            return text;
        });
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
