package org.smppra.it.foreign;

import java.util.Optional;
import org.smppra.message.Octets;

/** The octets of one PDU, looked at without any codec. */
record Frame(Octets octets) {
    /** The value of TLV 0x0204 in a submit_sm of {@link org.smppra.it.engine.RunningEngine#message}: its last one. */
    Optional<String> reference() {
        int at = octets.toLatin1().lastIndexOf("\u0002\u0004\0");
        boolean submitSm = octets.slice(4, 8).toHex().equals("00000004");
        return submitSm ? Optional.of(octets.toLatin1().substring(at + 4)) : Optional.empty();
    }
}
