package org.smppra.text;

import org.smppra.InvalidMessageException;

/**
 * The short messages that a body becomes, as the one who cuts it counts and bills them: see {@link PartRoom} for the
 * room in each.
 *
 * @param parts 1 or more; whoever sends checks the limit of 255
 * @param charactersLeft what still fits in the last part: septets, units of UCS2, or octets, by the data coding
 */
public record PartCount(int parts, int charactersLeft) {

    /**
     * Cuts {@code body} as a provider would, and counts.
     *
     * @throws InvalidMessageException naming {@code userDataHeader} if the body must be cut and the header forbids it
     */
    public static PartCount of(EncodedBody body) throws InvalidMessageException {
        PartRoom room = PartRoom.of(body);
        int length = body.userData().length();
        int from = body.headerLength();
        if (length - from <= room.single()) {
            return new PartCount(1, room.characters(room.single() - (length - from)));
        }
        room.requireCuttable(body);
        int parts = 0;
        int left = 0;
        while (from < length) {
            int end = room.end(body.userData(), from);
            left = room.each() - (end - from);
            from = end;
            parts++;
        }
        return new PartCount(parts, room.characters(left));
    }
}
