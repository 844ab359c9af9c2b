package org.smppra.codec;

/** A command_length that cannot be true: the place where the next PDU begins is lost, the link must close. */
public final class FramingException extends Exception {
    private static final long serialVersionUID = 1L;

    FramingException(String message) {
        super(message, null, false, false);
    }
}
