package org.smppra.simulator;

import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Octets;
import org.smppra.pdu.Envelope;

/**
 * What a courier is to write.
 *
 * @param pdu null where {@code raw} is written
 * @param written called when it is handed to the socket, never if it cannot be; must not block
 */
record Posting(@Nullable Envelope pdu, Octets raw, Runnable written) {
    private static final Runnable NOTHING = () -> {};

    static Posting of(Envelope pdu) {
        return new Posting(pdu, Octets.empty(), NOTHING);
    }

    void appendTo(PduOutput out) {
        if (pdu == null) {
            out.append(raw);
        } else {
            Codec.encode(pdu, out);
        }
    }
}
