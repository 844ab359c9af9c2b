package org.smppra.simulator;

import java.time.Instant;
import org.smppra.message.Tlv;
import org.smppra.pdu.SubmitSm;

/**
 * A submit_sm that was accepted.
 *
 * @param messageId the ten digits it was answered with
 * @param host the host that took it, a or b
 */
public record StoredMessage(String messageId, String systemId, String host, SubmitSm submitSm, Instant receivedAt) {
    /** Octets that its content holds in memory. */
    long weight() {
        long weight = submitSm.shortMessage().length();
        for (Tlv tlv : submitSm.tlvs()) {
            weight += tlv.value().length();
        }
        return weight;
    }
}
