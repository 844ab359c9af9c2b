package org.smppra.message;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SMSC's name for one submitted message, opaque, up to 64 characters.
 *
 * <p>SMPP 3.4 section 5.2.23 (message_id).
 */
public final class MessageId implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    private MessageId(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The id exactly as the SMSC wrote it. */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    public String value() {
        return value;
    }

    /**
     * What a receipt may call this message, this id first: some SMSCs answer a submission with a hexadecimal number and
     * write the receipt in decimal, or the other way round, in capitals or not, with leading zeros or without. For
     * looking up a stored id that is not found as it came; an id that is no number has no other form.
     */
    public List<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        if (isNumber(value, 16)) {
            add(forms, withoutLeadingZeros(value));
            add(forms, new BigInteger(value, 16).toString());
        }
        if (isNumber(value, 10)) {
            add(forms, new BigInteger(value).toString(16));
        }
        return List.copyOf(forms);
    }

    private static void add(Set<String> forms, String form) {
        forms.add(form);
        forms.add(form.toLowerCase(Locale.ROOT));
        forms.add(form.toUpperCase(Locale.ROOT));
    }

    private static String withoutLeadingZeros(String number) {
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }

    private static boolean isNumber(String text, int radix) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
