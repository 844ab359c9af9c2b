package org.smppra;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;

/** A mobile-originated message. */
public final class ReceivedMessage implements Delivered {
    private static final long serialVersionUID = 1L;

    private final String account;
    private final Address from;
    private final Address to;
    private final Tlvs tlvs;
    private final Instant receivedAt;
    private final int deliveryCount;
    private final boolean possibleDuplicate;
    private final String deduplicationKey;
    private final @Nullable String text;
    private final Octets userData;
    private final @Nullable Octets userDataHeader;
    private final DataCoding dataCoding;
    private final boolean incomplete;

    private ReceivedMessage(Builder b) {
        this.account = b.account;
        this.from = b.from;
        this.to = b.to;
        this.tlvs = b.tlvs;
        this.receivedAt = b.receivedAt;
        this.deliveryCount = b.deliveryCount;
        this.possibleDuplicate = b.possibleDuplicate;
        this.deduplicationKey = b.deduplicationKey;
        this.text = b.text;
        this.userData = b.userData;
        this.userDataHeader = b.userDataHeader;
        this.dataCoding = b.dataCoding;
        this.incomplete = b.incomplete;
    }

    /** For the engine and for tests. */
    public static Builder builder(Address from, Address to) {
        return new Builder(from, to);
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

    /** Empty: the message is not text, or its data coding is unknown. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The body as it came, without the user data header. */
    public Octets userData() {
        return userData;
    }

    /** The information elements, without the length octet. */
    public Optional<Octets> userDataHeader() {
        return Optional.ofNullable(userDataHeader);
    }

    public DataCoding dataCoding() {
        return dataCoding;
    }

    /** Whether parts were missing when the time for them was over. */
    public boolean incomplete() {
        return incomplete;
    }

    /** A message back to the sender, addresses swapped. */
    public ShortMessage.Builder reply() {
        return ShortMessage.to(from).from(to);
    }

    /** Without numbers and texts: safe for a log. */
    @Override
    public String toString() {
        return "ReceivedMessage[from=" + from + ", dataCoding=" + dataCoding + ", " + userData + "]";
    }

    /** For the engine and for tests. */
    public static final class Builder {
        private String account = "default";
        private final Address from;
        private final Address to;
        private Tlvs tlvs = Tlvs.empty();
        private Instant receivedAt = Instant.EPOCH;
        private int deliveryCount = 1;
        private boolean possibleDuplicate;
        private String deduplicationKey = "";
        private @Nullable String text;
        private Octets userData = Octets.empty();
        private @Nullable Octets userDataHeader;
        private DataCoding dataCoding = DataCoding.DEFAULT;
        private boolean incomplete;

        private Builder(Address from, Address to) {
            this.from = Objects.requireNonNull(from, "from");
            this.to = Objects.requireNonNull(to, "to");
        }

        private Builder(ReceivedMessage m) {
            account = m.account;
            from = m.from;
            to = m.to;
            tlvs = m.tlvs;
            receivedAt = m.receivedAt;
            deliveryCount = m.deliveryCount;
            possibleDuplicate = m.possibleDuplicate;
            deduplicationKey = m.deduplicationKey;
            text = m.text;
            userData = m.userData;
            userDataHeader = m.userDataHeader;
            dataCoding = m.dataCoding;
            incomplete = m.incomplete;
        }

        public Builder account(String name) {
            this.account = Objects.requireNonNull(name, "account");
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

        public Builder text(@Nullable String decoded) {
            this.text = decoded;
            return this;
        }

        public Builder userData(Octets body) {
            this.userData = Objects.requireNonNull(body, "userData");
            return this;
        }

        public Builder userDataHeader(@Nullable Octets elements) {
            this.userDataHeader = elements;
            return this;
        }

        public Builder dataCoding(DataCoding coding) {
            this.dataCoding = Objects.requireNonNull(coding, "dataCoding");
            return this;
        }

        public Builder incomplete(boolean missing) {
            this.incomplete = missing;
            return this;
        }

        public ReceivedMessage build() {
            return new ReceivedMessage(this);
        }
    }
}
