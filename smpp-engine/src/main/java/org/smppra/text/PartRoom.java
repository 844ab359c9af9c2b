package org.smppra.text;

import java.util.Arrays;
import org.smppra.InvalidMessageException;
import org.smppra.message.Octets;

/**
 * How much of a body one part takes, in octets of the unpacked body, and where it is cut.
 *
 * <p>A part has 140 octets, which are 160 septets or 70 units of UCS2. A header takes its octets from them. Parts of a
 * longer message carry a concatenation element (3GPP TS 23.040 section 9.2.3.24) and repeat the other elements. Where
 * the application gave no header, that leaves 153 septets, 134 octets or 67 units beside an 8-bit reference, and 152,
 * 133 or 66 beside a 16-bit one.
 */
record PartRoom(Shape shape, int single, int each) {
    /** A character that must not be cut takes up to four octets: a surrogate pair. */
    private static final int LEAST = 4;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** What may not be parted. */
    enum Shape {
        SEPTETS,
        UNITS,
        OCTETS
    }

    static PartRoom of(EncodedBody body, LongMessages how) {
        Alphabet alphabet = Alphabet.of(body.dataCoding());
        Shape shape = alphabet == Alphabet.GSM ? Shape.SEPTETS : alphabet == Alphabet.UCS2 ? Shape.UNITS : Shape.OCTETS;
        int header = body.headerLength();
        int lengthOctet = header == 0 ? 1 : 0;
        int single = UserDataHeader.MAX_OCTETS - header;
        int element = how.with(body.userDataHeader()).elementLength();
        return new PartRoom(shape, fit(shape, single), fit(shape, single - lengthOctet - element));
    }

    private static int fit(Shape shape, int octets) {
        int room = Math.max(0, octets);
        return switch (shape) {
            case SEPTETS -> room * 8 / 7;
            case UNITS -> room & ~1;
            case OCTETS -> room;
        };
    }

    /**
     * Where each part ends, in order.
     *
     * @throws InvalidMessageException if {@code body} needs more than one part and cannot have them
     */
    int[] ends(EncodedBody body) throws InvalidMessageException {
        Octets userData = body.userData();
        int from = body.headerLength();
        int length = userData.length();
        if (length - from <= single) {
            return new int[] {length};
        }
        requireCuttable(body);
        int[] ends = new int[8];
        int parts = 0;
        while (from < length) {
            from = end(userData, from);
            if (parts == ends.length) {
                ends = Arrays.copyOf(ends, 2 * parts);
            }
            ends[parts++] = from;
        }
        return Arrays.copyOf(ends, parts);
    }

    private void requireCuttable(EncodedBody body) throws InvalidMessageException {
        if (UserDataHeader.isPart(body)) {
            throw new InvalidMessageException(
                    "userDataHeader", "says this is a part of a longer message, but the body does not fit in one part");
        }
        if (each < LEAST) {
            throw new InvalidMessageException(
                    "userDataHeader", body.headerLength() + " octets leave no room to cut the body into parts");
        }
    }

    private int end(Octets userData, int from) {
        int end = Math.min(from + each, userData.length());
        return switch (shape) {
            case SEPTETS -> endOfSeptets(userData, from, end);
            case UNITS -> endOfUnits(userData, from, end);
            case OCTETS -> end;
        };
    }

    private static int endOfSeptets(Octets userData, int from, int limit) {
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

    /** In front of a whole combining character sequence; in front of a character if one fills the part alone. */
    private static int endOfUnits(Octets userData, int from, int limit) {
        int character = startOfCharacter(userData, limit);
        int end = character;
        while (end > from && extendsSequence(userData, end)) {
            end = startOfCharacter(userData, end - 2);
        }
        return end > from ? end : character;
    }

    private static int startOfCharacter(Octets userData, int at) {
        return isUnit(userData, at) && at >= 2 && Character.isSurrogatePair(unit(userData, at - 2), unit(userData, at))
                ? at - 2
                : at;
    }

    /** Unicode's definition D56: combining characters and the two joiners belong to what stands before them. */
    private static boolean extendsSequence(Octets userData, int at) {
        if (!isUnit(userData, at)) {
            return false;
        }
        char unit = unit(userData, at);
        int character = Character.isHighSurrogate(unit) && isUnit(userData, at + 2)
                ? Character.toCodePoint(unit, unit(userData, at + 2))
                : unit;
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
        };
    }

    private static boolean isUnit(Octets userData, int at) {
        return at + 1 < userData.length();
    }

    private static char unit(Octets userData, int at) {
        return (char) (userData.at(at) << 8 | userData.at(at + 1));
    }

    /** The characters for which a part with {@code octets} free has room. */
    int characters(int octets) {
        return shape == Shape.UNITS ? octets / 2 : octets;
    }
}
