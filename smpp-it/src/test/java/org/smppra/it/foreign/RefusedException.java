package org.smppra.it.foreign;

import org.smppra.message.CommandStatus;

/** A foreign client was answered with an error. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;

    RefusedException(int status) {
        super(CommandStatus.of(status).toString());
        this.status = CommandStatus.of(status);
    }

    CommandStatus status() {
        return status;
    }
}
