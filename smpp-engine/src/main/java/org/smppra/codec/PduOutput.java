package org.smppra.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/** A growing row of octets that PDUs are written into, used again and again. */
public final class PduOutput {
    private static final int KEPT = 256 * 1024;
    private static final int TIME = 16;
    private static final int MAX_SHORT_MESSAGE = 254;

    private byte[] octets;
    private int length;

    public PduOutput(int capacity) {
        this.octets = new byte[capacity];
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** Forgets the content, and a room that one burst made large. */
    public void clear() {
        length = 0;
        if (octets.length > KEPT) {
            octets = new byte[KEPT / 4];
        }
    }

    /** Takes back all that was written behind the first {@code to} octets. */
    public void truncate(int to) {
        length = to;
    }

    public void append(PduOutput other) {
        ensure(other.length);
        System.arraycopy(other.octets, 0, octets, length, other.length);
        length += other.length;
    }

    /** Octets as they are, which need be no PDU. */
    public void append(Octets raw) {
        octets(raw);
    }

    public void writeTo(OutputStream stream) throws IOException {
        stream.write(octets, 0, length);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    void int8(String field, int value) {
        if (value < 0 || value > 0xFF) {
            throw new IllegalArgumentException(field + ": " + value + " is outside 0 to 255");
        }
        ensure(1);
        octets[length++] = (byte) value;
    }

    /** The number of structures that follow. */
    void count(String field, int count, int max) {
        if (count > max) {
            throw new IllegalArgumentException(field + ": " + count + ", at most " + max);
        }
        int8(field, count);
    }

    private void int16(int value) {
        ensure(2);
        octets[length++] = (byte) (value >>> 8);
        octets[length++] = (byte) value;
    }

    void int32(int value) {
        ensure(4);
        int32(length, value);
        length += 4;
    }

    void int32(int at, int value) {
        octets[at] = (byte) (value >>> 24);
        octets[at + 1] = (byte) (value >>> 16);
        octets[at + 2] = (byte) (value >>> 8);
        octets[at + 3] = (byte) value;
    }

    /** A C-octet string, ISO-8859-1, of at most {@code max} octets, its NUL included. */
    void cString(String field, String value, int max) {
        int size = value.length();
        if (size >= max) {
            throw new IllegalArgumentException(field + ": " + size + " characters, at most " + (max - 1));
        }
        ensure(size + 1);
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c == 0 || c > 0xFF) {
                throw new IllegalArgumentException(
                        field + ": the character at index " + i + " is a NUL or not of ISO-8859-1");
            }
            octets[length + i] = (byte) c;
        }
        length += size;
        octets[length++] = 0;
    }

    /** SMPP 3.4 section 7.1.1: 16 characters or none. */
    void time(String field, String value) {
        if (!value.isEmpty() && value.length() != TIME) {
            throw new IllegalArgumentException(field + ": " + value.length() + " characters instead of " + TIME);
        }
        cString(field, value, TIME + 1);
    }

    /** @param max octets of the address, its NUL included */
    void address(AddressField field, Address address, int max) {
        int8(field.ton(), address.ton());
        int8(field.npi(), address.npi());
        cString(field.value(), address.value(), max);
    }

    /** The sm_length and the octets. */
    void shortMessage(Octets value) {
        int size = value.length();
        if (size > MAX_SHORT_MESSAGE) {
            throw new IllegalArgumentException("short_message: " + size + " octets, at most " + MAX_SHORT_MESSAGE);
        }
        int8("sm_length", size);
        octets(value);
    }

    private void octets(Octets value) {
        ensure(value.length());
        value.copyTo(octets, length);
        length += value.length();
    }

    void tlvs(Tlvs tlvs) {
        if (tlvs.isEmpty()) {
            return; // without an iterator: this is the common case of every answer
        }
        for (Tlv tlv : tlvs) {
            int16(tlv.tag());
            int16(tlv.value().length());
            octets(tlv.value());
        }
    }

    private void ensure(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }
}
