package org.smppra;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.MessageId;
import org.smppra.message.Tlvs;

/**
 * A delivery receipt (DLR): the state of a message that was submitted earlier.
 *
 * <p>SMPP 3.4 appendix B and sections 5.3.2.12 (receipted_message_id), 5.3.2.35 (message_state).
 */
public final class DeliveryReceipt implements Delivered {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final Address from;
    private final Address to;
    private final Tlvs tlvs;
    private final Instant receivedAt;
    private final int deliveryCount;
    private final boolean possibleDuplicate;
    private final String deduplicationKey;
    private final MessageId messageId;
    private final @Nullable String reference;
    private final @Nullable String submissionId;
    private final int partNumber;
    private final int partCount;
    private final MessageState state;
    private final String stateText;
    private final boolean isFinal;
    private final boolean superseded;
    private final @Nullable ReceiptError error;
    private final @Nullable Instant submittedAt;
    private final @Nullable Instant doneAt;
    private final String text;

    private DeliveryReceipt(Builder b) {
        this.account = b.account;
        this.from = b.from;
        this.to = b.to;
        this.tlvs = b.tlvs;
        this.receivedAt = b.receivedAt;
        this.deliveryCount = b.deliveryCount;
        this.possibleDuplicate = b.possibleDuplicate;
        this.messageId = b.messageId;
        this.reference = b.reference;
        this.submissionId = b.submissionId;
        this.partNumber = b.partNumber;
        this.partCount = b.partCount;
        this.state = b.state;
        this.stateText = b.stateText;
        this.isFinal = b.isFinal;
        this.superseded = b.superseded;
        this.error = b.error;
        this.submittedAt = b.submittedAt;
        this.doneAt = b.doneAt;
        this.text = b.text;
        this.deduplicationKey = b.deduplicationKey != null ? b.deduplicationKey : messageId + ":" + stateText;
    }

    /** For the engine and for tests. */
    public static Builder builder(MessageId messageId, MessageState state) {
        return new Builder(messageId, state);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Address from() {
        return from;
    }

    @Override
    public Address to() {
        return to;
    }

    @Override
    public Tlvs tlvs() {
        return tlvs;
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public int deliveryCount() {
        return deliveryCount;
    }

    @Override
    public boolean possibleDuplicate() {
        return possibleDuplicate;
    }

    @Override
    public String deduplicationKey() {
        return deduplicationKey;
    }

    /** The SMSC's id of the message, empty text if the receipt names none. */
    public MessageId messageId() {
        return messageId;
    }

    /** The reference of the submission, whole where the SMSC returns it whole. Match receipts by this. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** Our id of the submission, where the receipt or this node's memory tells it. */
    public Optional<String> submissionId() {
        return Optional.ofNullable(submissionId);
    }

    /** Counted from 1; 0 = not known. */
    public int partNumber() {
        return partNumber;
    }

    /** 0 = not known. */
    public int partCount() {
        return partCount;
    }

    public MessageState state() {
        return state;
    }

    /** As it came, such as {@code DELIVRD}, also for states that have no constant; empty if the receipt names none. */
    public String stateText() {
        return stateText;
    }

    /** Whether no other state can follow, as the profile of the provider says. */
    public boolean isFinal() {
        return isFinal;
    }

    /** Whether a final state was received before this transient one, as far as this node knows. */
    public boolean superseded() {
        return superseded;
    }

    /** Empty if the receipt names no error. */
    public Optional<ReceiptError> error() {
        return Optional.ofNullable(error);
    }

    /** To the minute or second, as the SMSC wrote it, in the account's receipt time zone. */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    /** When the state was reached; see {@link #submittedAt()}. */
    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }

    /** The whole receipt as it came. */
    public String text() {
        return text;
    }

    /** Without numbers and texts: safe for a log. */
    @Override
    public String toString() {
        return "DeliveryReceipt[" + messageId + ", " + state + (error == null ? "" : ", " + error) + "]";
    }

    /** For the engine and for tests. */
    public static final class Builder {
        private String account = "default";
        private Address from = Address.none();
        private Address to = Address.none();
        private Tlvs tlvs = Tlvs.empty();
        private Instant receivedAt = Instant.EPOCH;
        private int deliveryCount = 1;
        private boolean possibleDuplicate;
        private @Nullable String deduplicationKey;
        private MessageId messageId;
        private @Nullable String reference;
        private @Nullable String submissionId;
        private int partNumber;
        private int partCount;
        private MessageState state;
        private String stateText;
        private boolean isFinal;
        private boolean superseded;
        private @Nullable ReceiptError error;
        private @Nullable Instant submittedAt;
        private @Nullable Instant doneAt;
        private String text = "";

        private Builder(MessageId messageId, MessageState state) {
            this.messageId = Objects.requireNonNull(messageId, "messageId");
            this.state = Objects.requireNonNull(state, "state");
            this.stateText = state.name();
        }

        private Builder(DeliveryReceipt r) {
            account = r.account;
            from = r.from;
            to = r.to;
            tlvs = r.tlvs;
            receivedAt = r.receivedAt;
            deliveryCount = r.deliveryCount;
            possibleDuplicate = r.possibleDuplicate;
            deduplicationKey = r.deduplicationKey;
            messageId = r.messageId;
            reference = r.reference;
            submissionId = r.submissionId;
            partNumber = r.partNumber;
            partCount = r.partCount;
            state = r.state;
            stateText = r.stateText;
            isFinal = r.isFinal;
            superseded = r.superseded;
            error = r.error;
            submittedAt = r.submittedAt;
            doneAt = r.doneAt;
            text = r.text;
        }

        public Builder account(String name) {
            this.account = Objects.requireNonNull(name, "account");
            return this;
        }

        public Builder from(Address sender) {
            this.from = Objects.requireNonNull(sender, "from");
            return this;
        }

        public Builder to(Address recipient) {
            this.to = Objects.requireNonNull(recipient, "to");
            return this;
        }

        public Builder tlvs(Tlvs parameters) {
            this.tlvs = Objects.requireNonNull(parameters, "tlvs");
            return this;
        }

        public Builder receivedAt(Instant instant) {
            this.receivedAt = Objects.requireNonNull(instant, "receivedAt");
            return this;
        }

        public Builder deliveryCount(int count) {
            this.deliveryCount = count;
            return this;
        }

        public Builder possibleDuplicate(boolean may) {
            this.possibleDuplicate = may;
            return this;
        }

        public Builder deduplicationKey(String key) {
            this.deduplicationKey = Objects.requireNonNull(key, "deduplicationKey");
            return this;
        }

        public Builder reference(@Nullable String whole) {
            this.reference = whole;
            return this;
        }

        public Builder submissionId(@Nullable String ours) {
            this.submissionId = ours;
            return this;
        }

        public Builder part(int number, int count) {
            this.partNumber = number;
            this.partCount = count;
            return this;
        }

        public Builder stateText(String asItCame) {
            this.stateText = Objects.requireNonNull(asItCame, "stateText");
            return this;
        }

        public Builder isFinal(boolean ends) {
            this.isFinal = ends;
            return this;
        }

        public Builder superseded(boolean late) {
            this.superseded = late;
            return this;
        }

        public Builder error(@Nullable ReceiptError why) {
            this.error = why;
            return this;
        }

        public Builder submittedAt(@Nullable Instant instant) {
            this.submittedAt = instant;
            return this;
        }

        public Builder doneAt(@Nullable Instant instant) {
            this.doneAt = instant;
            return this;
        }

        public Builder text(String whole) {
            this.text = Objects.requireNonNull(whole, "text");
            return this;
        }

        public DeliveryReceipt build() {
            return new DeliveryReceipt(this);
        }
    }
}
