package org.smppra.text;

import java.util.ArrayList;
import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.message.Octets;

/**
 * Cuts a body into what each submit_sm carries: as many as {@link PartCount} counts where we cut, else one. An escape
 * pair, a surrogate pair and a combining character sequence stay in one part.
 */
public final class BodyCutter {
    private BodyCutter() {}

    /**
     * @param reference what all parts say to belong together; its low 8 or 16 bits count
     * @throws InvalidMessageException naming {@code userDataHeader} if the body must be cut and the header forbids it
     * @throws IllegalArgumentException if there are more than 255 parts, which cannot be numbered
     */
    public static List<BodyPart> cut(EncodedBody body, LongMessages how, int reference) throws InvalidMessageException {
        int[] ends = PartRoom.of(body, how).ends(body);
        if (ends.length == 1 || !how.weCut()) {
            boolean payload = how == LongMessages.PAYLOAD && ends.length > 1;
            return List.of(new BodyPart(body.userData(), body.userDataHeader(), payload, null));
        }
        if (ends.length > PartCount.MAX_PARTS) {
            throw new IllegalArgumentException(ends.length + " parts cannot be numbered");
        }
        LongMessages way = how.with(body.userDataHeader());
        boolean wide = way != LongMessages.UDH_8;
        List<BodyPart> parts = new ArrayList<>(ends.length);
        int from = body.headerLength();
        for (int i = 0; i < ends.length; i++) {
            Concatenation mark = new Concatenation(reference & (wide ? 0xFFFF : 0xFF), wide, ends.length, i + 1);
            parts.add(
                    way == LongMessages.SAR
                            ? new BodyPart(body.userData().slice(from, ends[i]), false, false, mark)
                            : new BodyPart(withHeader(body, mark, from, ends[i]), true, false, null));
            from = ends[i];
        }
        return parts;
    }

    /** The elements of the application first, then ours. */
    private static Octets withHeader(EncodedBody body, Concatenation mark, int from, int end) {
        Octets element = mark.element();
        int own = Math.max(0, body.headerLength() - 1);
        byte[] part = new byte[1 + own + element.length() + end - from];
        part[0] = (byte) (own + element.length());
        for (int i = 0; i < own; i++) {
            part[1 + i] = (byte) body.userData().at(1 + i);
        }
        element.copyTo(part, 1 + own);
        int at = 1 + own + element.length();
        for (int i = from; i < end; i++) {
            part[at++] = (byte) body.userData().at(i);
        }
        return Octets.of(part);
    }
}
