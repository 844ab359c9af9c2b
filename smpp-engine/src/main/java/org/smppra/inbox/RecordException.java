package org.smppra.inbox;

/** A record that this version cannot read. */
final class RecordException extends Exception {
    private static final long serialVersionUID = 1L;

    RecordException(String message) {
        super(message);
    }
}
