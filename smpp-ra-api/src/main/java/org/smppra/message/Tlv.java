package org.smppra.message;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One optional parameter: a tag and its octets.
 *
 * <p>SMPP 3.4 section 5.3.
 */
public final class Tlv implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where on a device a message is to be shown; 1 octet. */
    public static final int DEST_ADDR_SUBUNIT = 0x0005;
    /** The id of the message that a receipt is about; a C-octet string. */
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    /** The application's reference; two octets in SMPP 3.4, any length at some providers. */
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    /** The version of SMPP that the SMSC speaks; 1 octet. */
    public static final int SC_INTERFACE_VERSION = 0x0210;
    /** User data above 254 octets. */
    public static final int MESSAGE_PAYLOAD = 0x0424;
    /** The state in a receipt; 1 octet. */
    public static final int MESSAGE_STATE = 0x0427;
    /** GatewayAPI's message class (not the GSM class). */
    public static final int MESSAGE_CLASS = 0x2900;

    private final int tag;
    private final Octets value;

    private Tlv(int tag, Octets value) {
        this.tag = tag;
        this.value = Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the tag is not 0 to 0xFFFF or the value is over 65,535 octets */
    public static Tlv of(int tag, Octets value) {
        if (tag < 0 || tag > 0xFFFF) {
            throw new IllegalArgumentException("tag: 0x" + Integer.toHexString(tag) + " is outside 0 to 0xFFFF");
        }
        if (value.length() > 0xFFFF) {
            throw new IllegalArgumentException("value: " + value.length() + " octets, at most 65535 fit in a TLV");
        }
        return new Tlv(tag, value);
    }

    public int tag() {
        return tag;
    }

    public Octets value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tlv that && tag == that.tag && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tag, value);
    }

    @Override
    public String toString() {
        return String.format("0x%04X (%s)", tag, value);
    }
}
