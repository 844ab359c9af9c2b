package org.smppra.text;

import org.smppra.InvalidMessageException;
import org.smppra.message.Octets;

/**
 * How much of a body one part takes, in octets of the unpacked body, and where it is cut.
 *
 * <p>A part has 140 octets, which are 160 septets or 70 units of UCS2. A header takes its octets from them. Parts of a
 * longer message carry a concatenation element of 5 octets with an 8-bit reference (3GPP TS 23.040 section 9.2.3.24.1)
 * and repeat the other elements: 153 septets, 134 octets or 67 units where the application gave no header.
 */
record PartRoom(Shape shape, int single, int each) {
    private static final int CONCATENATION = 5;
    /** A character that must not be cut takes up to four octets: a surrogate pair. */
    private static final int LEAST = 4;

    /** What may not be parted. */
    enum Shape {
        SEPTETS,
        UNITS,
        OCTETS
    }

    static PartRoom of(EncodedBody body) {
        Alphabet alphabet = Alphabet.of(body.dataCoding());
        Shape shape = alphabet == Alphabet.GSM ? Shape.SEPTETS : alphabet == Alphabet.UCS2 ? Shape.UNITS : Shape.OCTETS;
        int header = body.headerLength();
        int lengthOctet = header == 0 ? 1 : 0;
        int single = UserDataHeader.MAX_OCTETS - header;
        return new PartRoom(shape, fit(shape, single), fit(shape, single - lengthOctet - CONCATENATION));
    }

    private static int fit(Shape shape, int octets) {
        int room = Math.max(0, octets);
        return switch (shape) {
            case SEPTETS -> room * 8 / 7;
            case UNITS -> room & ~1;
            case OCTETS -> room;
        };
    }

    /** Refuses a body that needs more than one part and cannot have them. */
    void requireCuttable(EncodedBody body) throws InvalidMessageException {
        if (UserDataHeader.isPart(body)) {
            throw new InvalidMessageException(
                    "userDataHeader", "says this is a part of a longer message, but the body does not fit in one part");
        }
        if (each < LEAST) {
            throw new InvalidMessageException(
                    "userDataHeader", body.headerLength() + " octets leave no room to cut the body into parts");
        }
    }

    /** Where the part that begins at {@code from} ends; escape pairs and surrogate pairs stay whole. */
    int end(Octets userData, int from) {
        if (shape == Shape.SEPTETS) {
            return endOfSeptets(userData, from);
        }
        int end = Math.min(from + each, userData.length());
        return shape == Shape.UNITS && partsPair(userData, end) ? end - 2 : end;
    }

    private int endOfSeptets(Octets userData, int from) {
        int limit = Math.min(from + each, userData.length());
        int end = from;
        while (end < limit) {
            // Read from the front: whether an ESC opens a pair cannot be seen from behind.
            int next = userData.at(end) == Gsm0338.ESC ? Math.min(end + 2, userData.length()) : end + 1;
            if (next > limit) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static boolean partsPair(Octets userData, int end) {
        return end + 1 < userData.length()
                && (userData.at(end - 2) & 0xFC) == 0xD8
                && (userData.at(end) & 0xFC) == 0xDC;
    }

    /** The characters for which a part with {@code octets} free has room. */
    int characters(int octets) {
        return shape == Shape.UNITS ? octets / 2 : octets;
    }
}
