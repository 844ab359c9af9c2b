package org.smppra.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The few forms of ASN.1 that a certificate is made of.
 *
 * <p>ITU-T X.690 section 8 and 10.
 */
final class Der {
    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, parts);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    /** @param hex as it is encoded */
    static byte[] objectId(String hex) {
        return value(0x06, HexFormat.of().parseHex(hex));
    }

    static byte[] bitString(byte[] octets) {
        return value(0x03, new byte[1], octets);
    }

    static byte[] octetString(byte[] octets) {
        return value(0x04, octets);
    }

    static byte[] utf8(String text) {
        return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] utcTime(String text) {
        return value(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A tag around a value. */
    static byte[] explicit(int tag, byte[] value) {
        return value(0xa0 | tag, value);
    }

    /** A tag in the place of the value's own. */
    static byte[] implicit(int tag, byte[] octets) {
        return value(0x80 | tag, octets);
    }

    private static byte[] value(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >>> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
