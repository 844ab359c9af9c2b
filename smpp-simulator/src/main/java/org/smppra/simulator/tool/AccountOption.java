package org.smppra.simulator.tool;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code ID:PASSWORD}. */
record AccountOption(String systemId, String password) {
    static final class Converter implements ITypeConverter<AccountOption> {
        @Override
        public AccountOption convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                // Without what was given: it may be a password.
                throw new TypeConversionException("an account is written ID:PASSWORD");
            }
            return new AccountOption(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    @Override
    public String toString() {
        return systemId;
    }
}
