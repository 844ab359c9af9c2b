package org.smppra.it.foreign;

import java.util.Optional;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Octets;
import org.smppra.pdu.Envelope;

/** The octets of one PDU. */
record Frame(Octets octets) {
    /** As our codec writes it. */
    static Frame of(Envelope envelope) {
        PduOutput out = new PduOutput(256);
        Codec.encode(envelope, out);
        return new Frame(Octets.of(out.toByteArray()));
    }

    /**
     * The reference in a submit_sm of {@link org.smppra.it.engine.RunningEngine#message}, found without any codec: its
     * last TLV is 0x0204.
     */
    Optional<String> reference() {
        int at = octets.toLatin1().lastIndexOf("\u0002\u0004\0");
        boolean submitSm = octets.slice(4, 8).toHex().equals("00000004");
        return submitSm ? Optional.of(octets.toLatin1().substring(at + 4)) : Optional.empty();
    }
}
