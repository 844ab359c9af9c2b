package org.smppra;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;

/**
 * One message as the application wants it. Immutable; made with {@link #to(String)}.
 *
 * <p>The builder checks only that there is one body. Every value is checked by {@link SmppConnection#submit} and
 * {@link SmppConnectionFactory#plan}, which name the field they refuse.
 */
public final class ShortMessage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Address recipient;
    private final @Nullable Address from;
    private final @Nullable String text;
    private final @Nullable Octets binary;
    private final @Nullable Octets userDataHeader;
    private final @Nullable DataCoding dataCoding;
    private final Unmappable unmappable;
    private final @Nullable Integer maxParts;
    private final @Nullable FlashBy flash;
    private final @Nullable String messageClass;
    private final @Nullable String reference;
    private final @Nullable String idempotencyKey;
    private final @Nullable Duration validity;
    private final int priority;
    private final ReceiptWish receipt;
    private final @Nullable UnansweredPolicy unanswered;
    private final boolean inOrder;
    private final Tlvs tlvs;

    private ShortMessage(Builder b) {
        this.recipient = b.recipient;
        this.from = b.from;
        this.text = b.text;
        this.binary = b.binary;
        this.userDataHeader = b.userDataHeader;
        this.dataCoding = b.dataCoding;
        this.unmappable = b.unmappable;
        this.maxParts = b.maxParts;
        this.flash = b.flash;
        this.messageClass = b.messageClass;
        this.reference = b.reference;
        this.idempotencyKey = b.idempotencyKey;
        this.validity = b.validity;
        this.priority = b.priority;
        this.receipt = b.receipt;
        this.unanswered = b.unanswered;
        this.inOrder = b.inOrder;
        this.tlvs = b.tlvs;
    }

    /** A message to a number with its country code; a leading + and blanks are dropped, TON and NPI become 1. */
    public static Builder to(String number) {
        return new Builder(Address.international(number));
    }

    /** A message to this address exactly. */
    public static Builder to(Address address) {
        return new Builder(address);
    }

    /** A builder with all wishes of this message: a mailing changes the recipient and builds again. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    public Address recipient() {
        return recipient;
    }

    /** The sender; empty: the factory's {@code defaultFrom}. */
    public Optional<Address> from() {
        return Optional.ofNullable(from);
    }

    /** The body as text; empty for a binary message. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The body as octets; empty for a text message. */
    public Optional<Octets> binary() {
        return Optional.ofNullable(binary);
    }

    /** The information elements of a user data header, without the length octet. */
    public Optional<Octets> userDataHeader() {
        return Optional.ofNullable(userDataHeader);
    }

    /** The data coding to use; empty: chosen from the body. */
    public Optional<DataCoding> dataCoding() {
        return Optional.ofNullable(dataCoding);
    }

    public Unmappable unmappable() {
        return unmappable;
    }

    /** The most parts the application pays for; empty: no limit of its own. */
    public OptionalInt maxParts() {
        return maxParts == null ? OptionalInt.empty() : OptionalInt.of(maxParts);
    }

    /** How the message is marked as flash; empty: it is none. */
    public Optional<FlashBy> flash() {
        return Optional.ofNullable(flash);
    }

    /** The provider's message class (TLV 0x2900), not the GSM class. */
    public Optional<String> messageClass() {
        return Optional.ofNullable(messageClass);
    }

    /** The application's reference (TLV 0x0204); empty: the submissionId is used. */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** How long the SMSC may try, counted from submit. */
    public Optional<Duration> validity() {
        return Optional.ofNullable(validity);
    }

    /** 0 (lowest) to 3. */
    public int priority() {
        return priority;
    }

    public ReceiptWish receipt() {
        return receipt;
    }

    public Optional<UnansweredPolicy> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    /** Whether it leaves only after those before it to the same destination; see {@link Builder#inOrder()}. */
    public boolean inOrder() {
        return inOrder;
    }

    /** Further optional parameters, in the order they were given. */
    public Tlvs tlvs() {
        return tlvs;
    }

    /** No number, no text: safe for a log. */
    @Override
    public String toString() {
        return "ShortMessage[to=" + recipient + ", " + (text != null ? text.length() + " characters" : binary) + "]";
    }

    /** Collects the wishes for one message. Not safe for use by several threads. */
    public static final class Builder {
        private Address recipient;
        private @Nullable Address from;
        private @Nullable String text;
        private @Nullable Octets binary;
        private @Nullable Octets userDataHeader;
        private @Nullable DataCoding dataCoding;
        private Unmappable unmappable = Unmappable.USE_UCS2;
        private @Nullable Integer maxParts;
        private @Nullable FlashBy flash;
        private @Nullable String messageClass;
        private @Nullable String reference;
        private @Nullable String idempotencyKey;
        private @Nullable Duration validity;
        private int priority;
        private ReceiptWish receipt = ReceiptWish.FINAL;
        private @Nullable UnansweredPolicy unanswered;
        private boolean inOrder;
        private Tlvs tlvs = Tlvs.empty();

        private Builder(Address recipient) {
            this.recipient = recipient;
        }

        private Builder(ShortMessage m) {
            recipient = m.recipient;
            from = m.from;
            text = m.text;
            binary = m.binary;
            userDataHeader = m.userDataHeader;
            dataCoding = m.dataCoding;
            unmappable = m.unmappable;
            maxParts = m.maxParts;
            flash = m.flash;
            messageClass = m.messageClass;
            reference = m.reference;
            idempotencyKey = m.idempotencyKey;
            validity = m.validity;
            priority = m.priority;
            receipt = m.receipt;
            unanswered = m.unanswered;
            inOrder = m.inOrder;
            tlvs = m.tlvs;
        }

        /** See {@link ShortMessage#to(String)}. */
        public Builder recipient(String number) {
            return recipient(Address.international(number));
        }

        public Builder recipient(Address number) {
            this.recipient = Objects.requireNonNull(number, "recipient");
            return this;
        }

        /** Digits become a number (1/1), all else an alphanumeric sender (5/0) of up to 11 characters. */
        public Builder from(String sender) {
            return from(Address.sender(sender));
        }

        public Builder from(Address sender) {
            this.from = Objects.requireNonNull(sender, "from");
            return this;
        }

        /** The body as text: sent in GSM 03.38 when that loses nothing, else as {@link #unmappable} says. */
        public Builder text(String body) {
            this.text = Objects.requireNonNull(body, "text");
            return this;
        }

        /** The body as octets (data coding 4 unless fixed). */
        public Builder binary(byte[] userData) {
            this.binary = Octets.of(userData);
            return this;
        }

        /** The information elements of a user data header, without the length octet. */
        public Builder userDataHeader(byte[] elements) {
            this.userDataHeader = Octets.of(elements);
            return this;
        }

        /** Uses this data coding and no other. */
        public Builder dataCoding(DataCoding fixed) {
            this.dataCoding = Objects.requireNonNull(fixed, "dataCoding");
            return this;
        }

        public Builder unmappable(Unmappable policy) {
            this.unmappable = Objects.requireNonNull(policy, "unmappable");
            return this;
        }

        /** Refuses a message that would be billed as more parts. */
        public Builder maxParts(int parts) {
            this.maxParts = parts;
            return this;
        }

        /** Shown at once, not stored; marked by the data coding. */
        public Builder flash() {
            return flash(FlashBy.DATA_CODING);
        }

        public Builder flash(FlashBy how) {
            this.flash = Objects.requireNonNull(how, "flash");
            return this;
        }

        /** The provider's message class (TLV 0x2900), not the GSM class. */
        public Builder messageClass(String name) {
            this.messageClass = Objects.requireNonNull(name, "messageClass");
            return this;
        }

        /** The application's reference: receipts bring it back, a provider may cut it in their text. */
        public Builder reference(String text) {
            this.reference = Objects.requireNonNull(text, "reference");
            return this;
        }

        /** The same key again returns the first submission instead of sending twice. */
        public Builder idempotencyKey(String key) {
            this.idempotencyKey = Objects.requireNonNull(key, "idempotencyKey");
            return this;
        }

        /** How long the SMSC may try, counted from submit. */
        public Builder validity(Duration fromSubmit) {
            this.validity = Objects.requireNonNull(fromSubmit, "validity");
            return this;
        }

        /** 0 (lowest, the default) to 3. */
        public Builder priority(int flag) {
            this.priority = flag;
            return this;
        }

        public Builder receipt(ReceiptWish wish) {
            this.receipt = Objects.requireNonNull(wish, "receipt");
            return this;
        }

        /** For this message only, instead of the factory's setting. */
        public Builder unanswered(UnansweredPolicy policy) {
            this.unanswered = Objects.requireNonNull(policy, "unanswered");
            return this;
        }

        /**
         * Keeps the order, where the message is stored before it is sent: of the messages of an account to one
         * destination that ask for it, each leaves only when the one before it is settled, in the order of their commits.
         * One that is held, or waits for a retry, holds up those behind it, whatever their priority. The SMSC and the
         * network may still deliver them in another order. Without effect on what is sent at once.
         */
        public Builder inOrder() {
            this.inOrder = true;
            return this;
        }

        /** Any optional parameter, as it shall stand on the wire. */
        public Builder tlv(int tag, byte[] value) {
            this.tlvs = tlvs.with(tag, Octets.of(value));
            return this;
        }

        /** @throws IllegalStateException if there is no body, or text and binary both */
        public ShortMessage build() {
            if ((text == null) == (binary == null)) {
                throw new IllegalStateException(
                        text == null ? "no body: give text or binary" : "two bodies: give text or binary, not both");
            }
            return new ShortMessage(this);
        }
    }
}
