package org.smppra;

/** The outbox holds as many submissions as it may. Nothing was sent. */
public class OutboxFullException extends SmppException {
    private static final long serialVersionUID = 1L;

    public OutboxFullException(String message) {
        super("SMPP-OUTBOX-FULL", message, Sent.NOTHING, true, null);
    }
}
