package org.smppra.simulator.tool;

import org.smppra.simulator.MessageOutcome;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code PREFIX=STATE:ERR} and what may follow. */
record OutcomeOption(String prefix, MessageOutcome outcome) {
    /** @throws IllegalArgumentException naming what is wrong */
    static OutcomeOption parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 0 || !text.substring(0, sign).matches("\\+?[0-9]*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not written PREFIX=STATE:ERR, such as +4599=UNDELIV:019");
        }
        return new OutcomeOption(text.substring(0, sign), MessageOutcome.parse(text.substring(sign + 1)));
    }

    static final class Converter implements ITypeConverter<OutcomeOption> {
        @Override
        public OutcomeOption convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
