package org.smppra.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the octets of a message are to be read. A value, not an enum: a peer may send any of 256.
 *
 * <p>SMPP 3.4 section 5.2.19 (data_coding).
 */
public final class DataCoding implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The SMSC's default alphabet, at most providers GSM 03.38, one septet an octet. */
    public static final DataCoding DEFAULT = new DataCoding(0);
    /** ISO-8859-1. */
    public static final DataCoding LATIN_1 = new DataCoding(3);
    /** Octets without a meaning as text. */
    public static final DataCoding BINARY = new DataCoding(4);
    /** UCS2, big-endian; at most providers UTF-16. */
    public static final DataCoding UCS2 = new DataCoding(8);
    /** UCS2, class 0: shown at once, not stored. */
    public static final DataCoding UCS2_FLASH = new DataCoding(0x18);
    /** GSM 03.38, class 0: shown at once, not stored. */
    public static final DataCoding GSM_FLASH = new DataCoding(0xF0);

    private final int value;

    private DataCoding(int value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if {@code value} is not 0 to 255 */
    public static DataCoding of(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("data coding: " + value + " is outside 0 to 255");
        }
        return new DataCoding(value);
    }

    public int value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataCoding that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
