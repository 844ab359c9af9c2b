package org.smppra.message;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The SMSC's name for one submitted message, opaque, up to 64 characters.
 *
 * <p>SMPP 3.4 section 5.2.23 (message_id).
 */
public final class MessageId implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    private MessageId(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The id exactly as the SMSC wrote it. */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
