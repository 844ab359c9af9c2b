package org.smppra.simulator;

import org.smppra.InvalidMessageException;
import org.smppra.message.DataCoding;
import org.smppra.pdu.SubmitSm;
import org.smppra.text.EncodedBody;
import org.smppra.text.LongMessages;
import org.smppra.text.PartCount;

/**
 * Into how many short messages the provider cuts a submit_sm: 160 septets, 140 octets or 70 units of UCS2 fit in one, 153,
 * 134 or 67 in each of several.
 */
final class Segments {
    /** What surely fits in one, whatever it is. */
    private static final int ONE = 140;

    private static final int UDHI = 0x40;

    private Segments() {}

    /** @return 0 if it cannot be sent: too long, a header longer than all, or a part of more than one part */
    static int of(SubmitSm message) {
        boolean header = (message.esmClass() & UDHI) != 0;
        if (!header && message.userData().length() <= ONE) {
            return 1;
        }
        try {
            EncodedBody body = new EncodedBody(DataCoding.of(message.dataCoding()), message.userData(), header, false);
            int parts = PartCount.of(body, LongMessages.SMSC_CUTS).parts();
            return parts <= PartCount.MAX_PARTS ? parts : 0;
        } catch (InvalidMessageException | IllegalArgumentException e) {
            return 0;
        }
    }
}
