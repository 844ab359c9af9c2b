package org.smppra.simulator;

import java.time.Instant;
import org.smppra.message.Address;
import org.smppra.pdu.SubmitSm;

/**
 * A submit_sm that was accepted.
 *
 * @param messageId what it was answered with: ten digits, or eight hexadecimal ones to a client of SMPP 3.3
 * @param host the host that took it, a or b
 */
public record StoredMessage(String messageId, String systemId, String host, SubmitSm submitSm, Instant receivedAt) {
    /** As the provider reads it: a type of number 0 is 1, international. */
    public Address destination() {
        Address given = submitSm.destination();
        return given.ton() == Address.TON_UNKNOWN
                ? Address.of(Address.TON_INTERNATIONAL, given.npi(), given.value())
                : given;
    }

    /** The short messages it becomes, as the provider counts them: 1 to 255. */
    public int segments() {
        return Segments.of(submitSm);
    }
}
