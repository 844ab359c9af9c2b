package org.smppra.simulator;

import org.smppra.message.CommandStatus;

/** A deliver_sm_resp that came: to what, with which status, at which host. */
public record Acknowledgement(String text, CommandStatus status, String host) {}
