package org.smppra.simulator.behaviour;

/** A behaviour that does not exist, or a parameter that it does not have or cannot take; the message says what may be. */
public final class InvalidBehaviourException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidBehaviourException(String message) {
        super(message);
    }
}
