package org.smppra.text;

import org.smppra.InvalidMessageException;

/**
 * The short messages that a body becomes, as the one who cuts it counts and bills them: see {@link PartRoom} for the
 * room in each. Where we cut, {@link BodyCutter} makes exactly these; what an SMSC makes is its own affair, and this the
 * count of one that works as we do.
 *
 * @param parts 1 or more; whoever sends checks the limit of {@link #MAX_PARTS}
 * @param charactersLeft what still fits in the last part: septets, units of UCS2, or octets, by the data coding
 */
public record PartCount(int parts, int charactersLeft) {
    /** The most parts of one message: the concatenation element counts them in one octet. */
    public static final int MAX_PARTS = 255;

    /**
     * Counts the parts of {@code body}.
     *
     * @throws InvalidMessageException naming {@code userDataHeader} if the body must be cut and the header forbids it
     */
    public static PartCount of(EncodedBody body, LongMessages how) throws InvalidMessageException {
        PartRoom room = PartRoom.of(body, how);
        int[] ends = room.ends(body);
        int last = ends.length == 1 ? body.headerLength() : ends[ends.length - 2];
        int used = ends[ends.length - 1] - last;
        return new PartCount(ends.length, room.characters((ends.length == 1 ? room.single() : room.each()) - used));
    }
}
