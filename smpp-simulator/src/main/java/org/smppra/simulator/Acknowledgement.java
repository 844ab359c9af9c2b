package org.smppra.simulator;

import org.smppra.message.CommandStatus;

/**
 * A client's answer to a deliver_sm.
 *
 * @param key the message id of a generated report, the text of a raw report or of a mobile-originated message
 * @param host the host on which the answer came, a or b
 */
public record Acknowledgement(String key, String systemId, CommandStatus status, String host) {}
