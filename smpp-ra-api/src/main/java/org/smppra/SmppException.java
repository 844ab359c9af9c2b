package org.smppra;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something about a submission or the account failed. Checked: the caller decides what becomes of its transaction,
 * which a checked exception does not roll back by itself.
 */
public class SmppException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Sent sent;
    private final boolean retryable;

    public SmppException(String code, String message, Sent sent, boolean retryable, @Nullable Throwable cause) {
        super(code + ": " + message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.sent = Objects.requireNonNull(sent, "sent");
        this.retryable = retryable;
    }

    /** A stable code, the first word of the message, such as {@code SMPP-INVALID}. */
    public String code() {
        return code;
    }

    /** What may have left. */
    public Sent sent() {
        return sent;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
