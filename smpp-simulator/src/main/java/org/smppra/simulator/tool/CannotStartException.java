package org.smppra.simulator.tool;

/** The tool cannot run as it was asked to; the message says why and what to change. */
final class CannotStartException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
