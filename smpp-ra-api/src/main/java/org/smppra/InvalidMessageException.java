package org.smppra;

import java.util.Objects;

/** A value of the message is refused on our side. Nothing was sent, and no retry can help. */
public class InvalidMessageException extends SmppException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidMessageException(String field, String problem) {
        super("SMPP-INVALID", field + ": " + problem, Sent.NOTHING, false, null);
        this.field = Objects.requireNonNull(field, "field");
    }

    /** The wish of {@link ShortMessage} that was refused, such as {@code recipient}. */
    public String field() {
        return field;
    }
}
