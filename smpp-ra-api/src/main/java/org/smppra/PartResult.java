package org.smppra;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

/** What became of one submit_sm of a submission. */
public final class PartResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final @Nullable MessageId messageId;
    private final @Nullable CommandStatus status;

    private PartResult(int number, @Nullable MessageId messageId, @Nullable CommandStatus status) {
        this.number = number;
        this.messageId = messageId;
        this.status = status;
    }

    static PartResult of(int number, @Nullable MessageId messageId, @Nullable CommandStatus status) {
        return new PartResult(number, messageId, status);
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    /** The SMSC's id; empty if it was not accepted or no answer came. */
    public Optional<MessageId> messageId() {
        return Optional.ofNullable(messageId);
    }

    /** The SMSC's answer; empty if none came. */
    public Optional<CommandStatus> status() {
        return Optional.ofNullable(status);
    }

    @Override
    public String toString() {
        return number + ":" + (messageId != null ? messageId : status != null ? status : "no answer");
    }
}
