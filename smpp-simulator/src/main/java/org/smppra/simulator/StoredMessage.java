package org.smppra.simulator;

import java.time.Instant;
import org.smppra.pdu.SubmitSm;

/**
 * A submit_sm that was accepted.
 *
 * @param messageId the ten digits it was answered with
 * @param host the host that took it, a or b
 */
public record StoredMessage(String messageId, String systemId, String host, SubmitSm submitSm, Instant receivedAt) {}
