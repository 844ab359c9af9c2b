package org.smppra.text;

import org.smppra.message.Octets;

/**
 * Packs eight septets in seven octets, the first in the lowest bits. 3GPP TS 23.038 section 6.1.2.1; behind a user data
 * header the first septet begins at a multiple of seven bits from the header's begin (3GPP TS 23.040 section 9.2.3.24).
 *
 * <p>SMPP counts octets, not septets, so seven bits that stay empty at the end would read as one more {@code @}. They get
 * a carriage return, as TS 23.038 section 6.1.2.3.1 does it for USSD, which has no count either.
 */
final class Septets {
    private static final int CARRIAGE_RETURN = 0x0D;
    private static final int AT_SIGN = 0x00;

    private Septets() {}

    private static int fillBits(int header) {
        return (7 - header * 8 % 7) % 7;
    }

    /**
     * The packed form of {@code septets} from {@code from} on, one an octet.
     *
     * @param header the octets in front of them, the length octet counted
     */
    static Octets pack(Octets septets, int from, int header) {
        int first = fillBits(header);
        int count = septets.length() - from;
        byte[] packed = new byte[(first + 7 * count + 7) / 8];
        int bit = first;
        for (int i = from; i < septets.length(); i++) {
            put(packed, bit, septets.at(i) & 0x7F);
            bit += 7;
        }
        if (8 * packed.length - bit == 7) {
            put(packed, bit, CARRIAGE_RETURN);
        }
        return Octets.of(packed);
    }

    private static void put(byte[] packed, int bit, int septet) {
        int shifted = septet << bit % 8;
        packed[bit / 8] |= (byte) shifted;
        if (bit % 8 > 1) {
            packed[bit / 8 + 1] |= (byte) (shifted >> 8);
        }
    }

    /**
     * The first {@code count} septets, one an octet.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    static Octets unpack(Octets packed, int header, int count) {
        if (count > mostIn(packed, header)) {
            throw new IllegalArgumentException(count + " septets are not in " + packed);
        }
        byte[] septets = new byte[count];
        int bit = fillBits(header);
        for (int i = 0; i < count; i++) {
            int low = packed.at(bit / 8);
            int high = bit % 8 > 1 ? packed.at(bit / 8 + 1) : 0;
            septets[i] = (byte) ((high << 8 | low) >> bit % 8 & 0x7F);
            bit += 7;
        }
        return Octets.of(septets);
    }

    /**
     * All septets, one an octet, where nobody counted them: a carriage return or an {@code @} in the very last seven bits
     * is taken for filling.
     */
    static Octets unpack(Octets packed, int header) {
        int count = mostIn(packed, header);
        Octets all = unpack(packed, header, count);
        boolean full = fillBits(header) + 7 * count == 8 * packed.length();
        boolean filled = full && count > 0 && (all.at(count - 1) == CARRIAGE_RETURN || all.at(count - 1) == AT_SIGN);
        return filled ? all.slice(0, count - 1) : all;
    }

    private static int mostIn(Octets packed, int header) {
        return Math.max(0, 8 * packed.length() - fillBits(header)) / 7;
    }
}
