package org.smppra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

/** How a submission ended. */
public final class SubmitResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final String submissionId;
    private final String reference;
    private final Outcome outcome;
    private final Sent sent;
    private final List<PartResult> parts;
    private final @Nullable String reason;
    private final boolean retryable;

    private SubmitResult(Builder b) {
        this.account = b.account;
        this.submissionId = b.submissionId;
        this.reference = b.reference;
        this.outcome = b.outcome;
        this.sent = b.sent;
        this.parts = List.copyOf(b.parts);
        this.reason = b.reason;
        this.retryable = b.retryable;
    }

    /** For the engine and for tests. */
    public static Builder builder(String submissionId, Outcome outcome) {
        return new Builder(submissionId, outcome);
    }

    /** The account's name, {@code default} unless set. */
    public String account() {
        return account;
    }

    public String submissionId() {
        return submissionId;
    }

    /** The application's reference, else the submissionId. */
    public String reference() {
        return reference;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Sent sent() {
        return sent;
    }

    /** One entry a submit_sm that was tried, in order. */
    public List<PartResult> parts() {
        return parts;
    }

    /**
     * The SMSC's id of the first part.
     *
     * @throws IllegalStateException if no part was accepted
     */
    public MessageId messageId() {
        for (PartResult part : parts) {
            if (part.messageId().isPresent()) {
                return part.messageId().get();
            }
        }
        throw new IllegalStateException("no part was accepted: " + outcome);
    }

    /** The status of the first refusal. */
    public Optional<CommandStatus> status() {
        return parts.stream()
                .flatMap(part -> part.status().stream())
                .filter(status -> !status.isOk())
                .findFirst();
    }

    /** In words; for {@link Outcome#INVALID} it begins with the field. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Whether the same message may succeed later. Look at {@link #sent()} before a retry. */
    public boolean retryable() {
        return retryable;
    }

    @Override
    public String toString() {
        return "SubmitResult[" + submissionId + ", " + outcome + ", " + sent + ", " + parts + "]";
    }

    /** For the engine and for tests. */
    public static final class Builder {
        private String account = "default";
        private final String submissionId;
        private String reference;
        private final Outcome outcome;
        private Sent sent;
        private final List<PartResult> parts = new ArrayList<>();
        private @Nullable String reason;
        private boolean retryable;

        private Builder(String submissionId, Outcome outcome) {
            this.submissionId = Objects.requireNonNull(submissionId, "submissionId");
            this.reference = submissionId;
            this.outcome = Objects.requireNonNull(outcome, "outcome");
            this.sent = switch (outcome) {
                case ACCEPTED -> Sent.ALL;
                case UNKNOWN -> Sent.MAYBE;
                case REFUSED, INVALID, UNAVAILABLE, EXPIRED, CANCELLED -> Sent.NOTHING;
            };
        }

        public Builder account(String name) {
            this.account = Objects.requireNonNull(name, "account");
            return this;
        }

        public Builder reference(String text) {
            this.reference = Objects.requireNonNull(text, "reference");
            return this;
        }

        public Builder sent(Sent what) {
            this.sent = Objects.requireNonNull(what, "sent");
            return this;
        }

        /** Adds the next part. */
        public Builder part(@Nullable MessageId messageId, @Nullable CommandStatus status) {
            parts.add(PartResult.of(parts.size() + 1, messageId, status));
            return this;
        }

        public Builder reason(String words) {
            this.reason = Objects.requireNonNull(words, "reason");
            return this;
        }

        public Builder retryable(boolean may) {
            this.retryable = may;
            return this;
        }

        public SubmitResult build() {
            return new SubmitResult(this);
        }
    }
}
