package org.smppra.simulator.behaviour;

import org.smppra.message.CommandStatus;

/**
 * A request is answered with an error and has no other effect.
 *
 * @param withBody whether the answer carries the body that only a success has
 */
public record Refusal(CommandStatus status, boolean withBody) {}
