package org.smppra.message;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a short message entity: type of number, numbering plan, digits or letters.
 *
 * <p>SMPP 3.4 section 5.2.5 (addr_ton) and 5.2.6 (addr_npi).
 */
public final class Address implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Type of number: unknown. */
    public static final int TON_UNKNOWN = 0;
    /** Type of number: international. */
    public static final int TON_INTERNATIONAL = 1;
    /** Type of number: alphanumeric. */
    public static final int TON_ALPHANUMERIC = 5;
    /** Numbering plan: unknown. */
    public static final int NPI_UNKNOWN = 0;
    /** Numbering plan: ISDN (E.163, E.164). */
    public static final int NPI_ISDN = 1;

    private static final Address NONE = new Address(0, 0, "");

    private final int ton;
    private final int npi;
    private final String value;

    private Address(int ton, int npi, String value) {
        this.ton = ton;
        this.npi = npi;
        this.value = Objects.requireNonNull(value, "value");
    }

    /** An address exactly as given; limits are checked when a message is submitted. */
    public static Address of(int ton, int npi, String value) {
        return ton == 0 && npi == 0 && value.isEmpty() ? NONE : new Address(ton, npi, value);
    }

    /** No address: TON 0, NPI 0, empty. */
    public static Address none() {
        return NONE;
    }

    /** A number with its country code, TON 1 and NPI 1. A leading + and blanks are dropped. */
    public static Address international(String number) {
        return new Address(TON_INTERNATIONAL, NPI_ISDN, digits(number));
    }

    /** Up to 11 letters and digits, TON 5 and NPI 0. */
    public static Address alphanumeric(String name) {
        return new Address(TON_ALPHANUMERIC, NPI_UNKNOWN, name);
    }

    /** A sender as people write it: digits (a leading + and blanks allowed) become 1/1, all else 5/0. */
    public static Address sender(String text) {
        String digits = digits(text);
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? international(digits) : alphanumeric(text);
    }

    private static String digits(String number) {
        String dense = number.replace(" ", "");
        return dense.startsWith("+") ? dense.substring(1) : dense;
    }

    /** Type of number, 0 to 255. */
    public int ton() {
        return ton;
    }

    /** Numbering plan indicator, 0 to 255. */
    public int npi() {
        return npi;
    }

    /** Digits, or letters for an alphanumeric sender. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && ton == that.ton && npi == that.npi && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ton, npi, value);
    }

    /** All but the last two characters are hidden, so that a log holds no phone number. */
    @Override
    public String toString() {
        String shown = ton == TON_ALPHANUMERIC ? value : masked();
        return ton + "/" + npi + "/" + shown;
    }

    private String masked() {
        int hidden = Math.max(0, value.length() - 2);
        return "*".repeat(hidden) + value.substring(hidden);
    }
}
