package org.smppra.simulator.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code PREFIX=STAT:ERR}. */
record OutcomeOption(String prefix, String stat, String err) {
    private static final Pattern FORM = Pattern.compile("(\\+?[0-9]*)=([A-Z]{1,10}):([0-9]{3})");

    static final class Converter implements ITypeConverter<OutcomeOption> {
        @Override
        public OutcomeOption convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is not written PREFIX=STAT:ERR, such as +4599=UNDELIV:019");
            }
            return new OutcomeOption(parts.group(1), parts.group(2), parts.group(3));
        }
    }
}
