package org.smppra.text;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.smppra.InvalidMessageException;
import org.smppra.message.Octets;

/** The header in front of user data. 3GPP TS 23.040 section 9.2.3.24. */
final class UserDataHeader {
    /** The octets of user data in one short message, of which header and length octet take theirs. */
    static final int MAX_OCTETS = 140;

    static final int SINGLE_SHIFT = 0x24;
    static final int LOCKING_SHIFT = 0x25;

    private static final String FIELD = "userDataHeader";

    private UserDataHeader() {}

    /** Refuses what is not a row of elements (identifier, length, value), or is longer than a short message. */
    static void check(Octets elements) throws InvalidMessageException {
        if (elements.isEmpty()) {
            throw new InvalidMessageException(FIELD, "holds no element; leave it out instead");
        }
        if (elements.length() + 1 > MAX_OCTETS) {
            throw new InvalidMessageException(
                    FIELD, elements.length() + " octets and the length octet; at most " + MAX_OCTETS + " fit");
        }
        int at = 0;
        while (at < elements.length()) {
            if (at + 1 == elements.length()) {
                throw new InvalidMessageException(FIELD, "the element at octet " + at + " has no length");
            }
            int next = at + 2 + elements.at(at + 1);
            if (next > elements.length()) {
                throw new InvalidMessageException(
                        FIELD,
                        "the element at octet " + at + " ends at octet " + next + " of " + elements.length()
                                + "; give the elements without the length octet of the header");
            }
            at = next;
        }
    }

    /** The header with its length octet, and the octets of the body behind it. */
    static Octets join(Octets elements, Octets body) {
        byte[] joined = new byte[1 + elements.length() + body.length()];
        joined[0] = (byte) elements.length();
        elements.copyTo(joined, 1);
        body.copyTo(joined, 1 + elements.length());
        return Octets.of(joined);
    }

    /** Whether the header of {@code body} says already that the message is a part of a longer one. */
    static boolean isPart(EncodedBody body) {
        int at = 1;
        while (at + 1 < body.headerLength()) {
            if (numbersParts(body.userData().at(at))) {
                return true;
            }
            at += 2 + body.userData().at(at + 1);
        }
        return false;
    }

    private static boolean numbersParts(int identifier) {
        return identifier == Concatenation.ELEMENT_8_BIT || identifier == Concatenation.ELEMENT_16_BIT;
    }

    private interface ElementReader {
        void read(int at, int identifier, Octets value);
    }

    /** Reads elements that came, as far as they are whole. */
    private static void forEach(Octets elements, ElementReader reader) {
        int at = 0;
        while (at + 1 < elements.length()) {
            int next = at + 2 + elements.at(at + 1);
            if (next > elements.length()) {
                return;
            }
            reader.read(at, elements.at(at), elements.slice(at + 2, next));
            at = next;
        }
    }

    /** What number of what message this is; null if it is whole. The last element counts, TS 23.040 section 9.2.3.24. */
    static @Nullable Concatenation concatenation(Octets elements) {
        Concatenation[] last = new Concatenation[1];
        forEach(elements, (at, identifier, value) -> {
            Concatenation read = Concatenation.of(identifier, value);
            if (read != null) {
                last[0] = read;
            }
        });
        return last[0];
    }

    /** The language of an element for national tables; 0 if there is none. The last element counts. */
    static int language(Octets elements, int element) {
        int[] last = new int[1];
        forEach(elements, (at, identifier, value) -> {
            if (identifier == element && value.length() == 1) {
                last[0] = value.at(0);
            }
        });
        return last[0];
    }

    /** The other elements; null if there are none. */
    static @Nullable Octets withoutConcatenation(Octets elements) {
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        forEach(elements, (at, identifier, value) -> {
            if (!numbersParts(identifier)) {
                others.write(elements.toByteArray(), at, 2 + value.length());
            }
        });
        return others.size() == 0 ? null : Octets.of(others.toByteArray());
    }
}
