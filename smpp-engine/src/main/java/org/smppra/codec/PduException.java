package org.smppra.codec;

import org.smppra.message.CommandStatus;

/**
 * A frame that is not a PDU this engine can read. Its header was read, so it can be answered and the link survives.
 * Without a stack trace: a peer decides how often it is made.
 */
public final class PduException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;
    private final int commandId;
    private final int sequenceNumber;

    PduException(String message, CommandStatus status, int commandId, int sequenceNumber) {
        super(message, null, false, false);
        this.status = status;
        this.commandId = commandId;
        this.sequenceNumber = sequenceNumber;
    }

    /** The status to answer with. */
    public CommandStatus status() {
        return status;
    }

    /** The command_id of the frame, which may be unknown. */
    public int commandId() {
        return commandId;
    }

    public int sequenceNumber() {
        return sequenceNumber;
    }
}
