package org.smppra.simulator;

import java.time.Instant;
import org.smppra.pdu.SubmitSm;

/** A message that was accepted; its answer may or may not have reached the client. */
public record StoredMessage(String messageId, String systemId, String host, SubmitSm submitSm, Instant receivedAt) {}
