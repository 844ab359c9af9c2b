package org.smppra.profile;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.MessageState;
import org.smppra.ReceiptError;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.text.LongMessages;

/** How a provider differs from others. A value; {@link #toBuilder()} overrides single parts of it. */
public final class Profile {
    /** The most octets that short_message holds; SMPP 3.4 section 5.2.22. */
    public static final int MAX_SHORT_MESSAGE = 254;

    private final String name;
    private final Allowed dataCodings;
    private final Allowed destinationTons;
    private final Allowed submitTlvs;
    private final int payloadAbove;
    private final LongMessages longMessages;
    private final boolean packsSeptets;
    private final ReferenceCarrier referenceCarrier;
    private final boolean messageClass;
    private final boolean queryCancelReplace;
    private final boolean receiptByMessageId;
    private final IdFormat idFormat;
    private final ZoneId receiptTimeZone;
    private final Set<MessageState> finalStates;
    private final ErrorTable errors;
    private final CommandStatus negativeStatus;

    private Profile(Builder b) {
        this.name = b.name;
        this.dataCodings = b.dataCodings;
        this.destinationTons = b.destinationTons;
        this.submitTlvs = b.submitTlvs;
        this.payloadAbove = b.payloadAbove;
        this.longMessages = b.longMessages;
        this.packsSeptets = b.packsSeptets;
        this.referenceCarrier = b.referenceCarrier;
        this.messageClass = b.messageClass;
        this.queryCancelReplace = b.queryCancelReplace;
        this.receiptByMessageId = b.receiptByMessageId;
        this.idFormat = b.idFormat;
        this.receiptTimeZone = b.receiptTimeZone;
        this.finalStates = Set.copyOf(b.finalStates);
        this.errors = b.errors;
        this.negativeStatus = b.negativeStatus;
    }

    /**
     * The profile {@code gatewayapi} or {@code generic}.
     *
     * @throws IllegalArgumentException if there is no such profile; it lists the names
     */
    public static Profile named(String name) {
        return KnownProfiles.named(name);
    }

    /** A builder that takes everything and cuts itself: what SMPP 3.4 says without a provider's habits. */
    static Builder builder(String name) {
        return new Builder(name);
    }

    /** A builder with all values of this profile. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * This profile where a session speaks SMPP 3.3, which has no optional parameters (SMPP 3.4 section 3.4): a message
     * class, flash by dest_addr_subunit and parameters of the application are refused as invalid, long messages are cut
     * by us with an 8-bit reference, and a reference is not carried: it stays on our side and does not come back in
     * receipts.
     */
    public Profile forVersion33() {
        Builder b = toBuilder()
                .submitTlvs(Allowed.only())
                .referenceCarrier(ReferenceCarrier.NONE)
                .idFormat(IdFormat.AUTO)
                .messageClass(false)
                .longMessages(LongMessages.UDH_8)
                .payloadAbove(MAX_SHORT_MESSAGE);
        b.name = name + " in SMPP 3.3";
        return b.build();
    }

    public String name() {
        return name;
    }

    public Allowed dataCodings() {
        return dataCodings;
    }

    public boolean allows(DataCoding coding) {
        return dataCodings.contains(coding.value());
    }

    /** The types of number that a destination may have. */
    public Allowed destinationTons() {
        return destinationTons;
    }

    /** The tags of optional parameters that submit_sm may have. */
    public Allowed submitTlvs() {
        return submitTlvs;
    }

    /** User data of more octets than this go in message_payload; 0 to 254. */
    public int payloadAbove() {
        return payloadAbove;
    }

    /** How a message travels that does not fit in one part, and who cuts it. */
    public LongMessages longMessages() {
        return longMessages;
    }

    /** Whether septets of GSM 03.38 travel packed, both ways; nearly everywhere they travel one an octet. */
    public boolean packsSeptets() {
        return packsSeptets;
    }

    public ReferenceCarrier referenceCarrier() {
        return referenceCarrier;
    }

    /** Whether the SMSC knows the message class of TLV 0x2900. */
    public boolean hasMessageClass() {
        return messageClass;
    }

    /** Whether the SMSC knows query_sm, cancel_sm and replace_sm. */
    public boolean hasQueryCancelReplace() {
        return queryCancelReplace;
    }

    /** Whether a deliver_sm that names a message (receipted_message_id) is a receipt, whatever its esm_class says. */
    public boolean isReceiptByMessageId() {
        return receiptByMessageId;
    }

    /** How ids in receipts are those of the answers. */
    public IdFormat idFormat() {
        return idFormat;
    }

    /** The zone of the dates in receipts that name none. */
    public ZoneId receiptTimeZone() {
        return receiptTimeZone;
    }

    /** Whether no other state follows this one. */
    public boolean isFinal(MessageState state) {
        return finalStates.contains(state);
    }

    /** The error that a receipt's err field names; empty for none. */
    public Optional<ReceiptError> error(String err) {
        return errors.read(err);
    }

    /** The status in deliver_sm_resp that makes this provider send the receipt again. */
    public CommandStatus negativeStatus() {
        return negativeStatus;
    }

    private List<Object> values() {
        return List.of(
                name,
                dataCodings,
                destinationTons,
                submitTlvs,
                payloadAbove,
                longMessages,
                packsSeptets,
                referenceCarrier,
                messageClass,
                queryCancelReplace,
                receiptByMessageId,
                idFormat,
                receiptTimeZone,
                finalStates,
                errors,
                negativeStatus);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Profile that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "Profile[" + name + "]";
    }

    /** Overrides values one by one. Not safe for use by several threads. */
    public static final class Builder {
        private String name;
        private Allowed dataCodings = Allowed.any();
        private Allowed destinationTons = Allowed.any();
        private Allowed submitTlvs = Allowed.any();
        private int payloadAbove = MAX_SHORT_MESSAGE;
        private LongMessages longMessages = LongMessages.UDH_8;
        private boolean packsSeptets;
        private ReferenceCarrier referenceCarrier = ReferenceCarrier.NONE;
        private boolean messageClass;
        private boolean queryCancelReplace = true;
        private boolean receiptByMessageId = true;
        private IdFormat idFormat = IdFormat.AUTO;
        private ZoneId receiptTimeZone = ZoneId.of("UTC");
        private Set<MessageState> finalStates = EnumSet.noneOf(MessageState.class);
        private ErrorTable errors = ErrorTable.raw();
        private CommandStatus negativeStatus = CommandStatus.ESME_RX_T_APPN;

        private Builder(String name) {
            this.name = name;
        }

        private Builder(Profile p) {
            name = p.name;
            dataCodings = p.dataCodings;
            destinationTons = p.destinationTons;
            submitTlvs = p.submitTlvs;
            payloadAbove = p.payloadAbove;
            longMessages = p.longMessages;
            packsSeptets = p.packsSeptets;
            referenceCarrier = p.referenceCarrier;
            messageClass = p.messageClass;
            queryCancelReplace = p.queryCancelReplace;
            receiptByMessageId = p.receiptByMessageId;
            idFormat = p.idFormat;
            receiptTimeZone = p.receiptTimeZone;
            finalStates = p.finalStates;
            errors = p.errors;
            negativeStatus = p.negativeStatus;
        }

        public Builder dataCodings(Allowed values) {
            this.dataCodings = Objects.requireNonNull(values, "dataCodings");
            return this;
        }

        public Builder destinationTons(Allowed values) {
            this.destinationTons = Objects.requireNonNull(values, "destinationTons");
            return this;
        }

        public Builder submitTlvs(Allowed tags) {
            this.submitTlvs = Objects.requireNonNull(tags, "submitTlvs");
            return this;
        }

        /**
         * The most octets of user data that go in short_message.
         *
         * @throws IllegalArgumentException if it is not 0 to 254
         */
        public Builder payloadAbove(int octets) {
            if (octets < 0 || octets > MAX_SHORT_MESSAGE) {
                throw new IllegalArgumentException("payloadAbove: " + octets + " is outside 0 to " + MAX_SHORT_MESSAGE);
            }
            this.payloadAbove = octets;
            return this;
        }

        public Builder longMessages(LongMessages how) {
            this.longMessages = Objects.requireNonNull(how, "longMessages");
            return this;
        }

        public Builder packsSeptets(boolean packed) {
            this.packsSeptets = packed;
            return this;
        }

        public Builder referenceCarrier(ReferenceCarrier carrier) {
            this.referenceCarrier = Objects.requireNonNull(carrier, "referenceCarrier");
            return this;
        }

        public Builder messageClass(boolean known) {
            this.messageClass = known;
            return this;
        }

        public Builder queryCancelReplace(boolean known) {
            this.queryCancelReplace = known;
            return this;
        }

        public Builder receiptByMessageId(boolean is) {
            this.receiptByMessageId = is;
            return this;
        }

        public Builder idFormat(IdFormat how) {
            this.idFormat = Objects.requireNonNull(how, "idFormat");
            return this;
        }

        public Builder receiptTimeZone(ZoneId zone) {
            this.receiptTimeZone = Objects.requireNonNull(zone, "receiptTimeZone");
            return this;
        }

        public Builder finalStates(Set<MessageState> states) {
            this.finalStates = Objects.requireNonNull(states, "finalStates");
            return this;
        }

        public Builder errors(ErrorTable table) {
            this.errors = Objects.requireNonNull(table, "errors");
            return this;
        }

        public Builder negativeStatus(CommandStatus status) {
            this.negativeStatus = Objects.requireNonNull(status, "negativeStatus");
            return this;
        }

        public Profile build() {
            return new Profile(this);
        }
    }
}
