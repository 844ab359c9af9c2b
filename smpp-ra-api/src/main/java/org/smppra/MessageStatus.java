package org.smppra;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.MessageId;

/**
 * The SMSC's answer to a query for a message.
 *
 * <p>SMPP 3.4 section 4.8.2 (query_sm_resp).
 */
public final class MessageStatus implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MessageId messageId;
    private final MessageState state;
    private final @Nullable Instant finalAt;
    private final int errorCode;

    private MessageStatus(MessageId messageId, MessageState state, @Nullable Instant finalAt, int errorCode) {
        this.messageId = Objects.requireNonNull(messageId, "messageId");
        this.state = Objects.requireNonNull(state, "state");
        this.finalAt = finalAt;
        this.errorCode = errorCode;
    }

    /** For the engine and for tests. */
    public static MessageStatus of(MessageId messageId, MessageState state, @Nullable Instant finalAt, int errorCode) {
        return new MessageStatus(messageId, state, finalAt, errorCode);
    }

    public MessageId messageId() {
        return messageId;
    }

    public MessageState state() {
        return state;
    }

    /** When the final state was reached; empty while it is not. */
    public Optional<Instant> finalAt() {
        return Optional.ofNullable(finalAt);
    }

    /** The network's error code, 0 to 255, 0 for none. */
    public int errorCode() {
        return errorCode;
    }
}
