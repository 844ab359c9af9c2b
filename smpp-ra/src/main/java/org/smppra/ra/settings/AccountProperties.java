package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.AccountDefaults;
import org.smppra.engine.AccountSettings;

/**
 * The settings of an account as JavaBean properties: on the adapter they are defaults, a factory or an activation may
 * override each. Null: not set here. What the values may be, and what is used where nothing sets them, is in
 * {@link org.smppra.engine.Property}; the constraints say the same to servers that check them.
 */
public class AccountProperties extends LinkProperties {
    private static final long serialVersionUID = 1L;

    /**
     * The account of these properties.
     *
     * @param defaults used where nothing is set here
     * @throws IllegalArgumentException naming the property that is missing or wrong, and what it may be
     */
    public final AccountSettings settings(AccountProperties defaults) {
        return AccountDefaults.settings(values(), defaults.values(), SslContexts::lookUp);
    }

    /** How the provider differs: gatewayapi (unless set) or generic. */
    public @Nullable String getProfile() {
        return text("profile");
    }

    @ConfigProperty
    public void setProfile(@Nullable String value) {
        set("profile", value);
    }

    /** User data of more octets than this go in message_payload, 0 to 254; by profile unless set. */
    @Min(0)
    @Max(254)
    public @Nullable Integer getPayloadAbove() {
        return number("payloadAbove");
    }

    @ConfigProperty
    public void setPayloadAbove(@Nullable Integer value) {
        set("payloadAbove", value);
    }

    /** How long messages travel: SMSC_CUTS, PAYLOAD, UDH_8, UDH_16 or SAR; by profile unless set. */
    @Pattern(regexp = "SMSC_CUTS|PAYLOAD|UDH_8|UDH_16|SAR")
    public @Nullable String getLongMessages() {
        return text("longMessages");
    }

    @ConfigProperty
    public void setLongMessages(@Nullable String value) {
        set("longMessages", value);
    }

    /** Whether GSM 03.38 travels packed, eight characters in seven octets; by profile unless set. */
    public @Nullable Boolean getPackedSeptets() {
        return flag("packedSeptets");
    }

    @ConfigProperty
    public void setPackedSeptets(@Nullable Boolean value) {
        set("packedSeptets", value);
    }

    /** From the first part of a received message until the others are given up; 300000 unless set. */
    @Min(1)
    public @Nullable Integer getReassemblyTimeoutMillis() {
        return number("reassemblyTimeoutMillis");
    }

    @ConfigProperty
    public void setReassemblyTimeoutMillis(@Nullable Integer value) {
        set("reassemblyTimeoutMillis", value);
    }

    /** How long binds go on to receive when no listener is left, after which they are transmitters; 30000 unless set. */
    @Min(0)
    public @Nullable Integer getNoEndpointLingerMillis() {
        return number("noEndpointLingerMillis");
    }

    @ConfigProperty
    public void setNoEndpointLingerMillis(@Nullable Integer value) {
        set("noEndpointLingerMillis", value);
    }

    /** Whether what came of such a message is delivered, marked incomplete; true unless set, else it is refused. */
    public @Nullable Boolean getDeliverIncomplete() {
        return flag("deliverIncomplete");
    }

    @ConfigProperty
    public void setDeliverIncomplete(@Nullable Boolean value) {
        set("deliverIncomplete", value);
    }

    /** Whether what names a message in receipted_message_id is a receipt, whatever esm_class says; by profile unless set. */
    public @Nullable Boolean getReceiptByMessageId() {
        return flag("receiptByMessageId");
    }

    @ConfigProperty
    public void setReceiptByMessageId(@Nullable Boolean value) {
        set("receiptByMessageId", value);
    }

    /** How ids in receipts are those of the answers: AS_IS, HEX_IN_ANSWER, DECIMAL_IN_ANSWER or AUTO (either way); by profile unless set. */
    @Pattern(regexp = "AS_IS|HEX_IN_ANSWER|DECIMAL_IN_ANSWER|AUTO")
    public @Nullable String getIdFormat() {
        return text("idFormat");
    }

    @ConfigProperty
    public void setIdFormat(@Nullable String value) {
        set("idFormat", value);
    }

    /** The zone of the dates in receipts, such as UTC or Europe/Copenhagen; by profile unless set. */
    public @Nullable String getReceiptTimeZone() {
        return text("receiptTimeZone");
    }

    @ConfigProperty
    public void setReceiptTimeZone(@Nullable String value) {
        set("receiptTimeZone", value);
    }

    /** When a delivery is acknowledged: AFTER_COMMIT (unless set) of a listener, or when it is STORED, which needs an outbox. */
    @Pattern(regexp = "AFTER_COMMIT|STORED")
    public @Nullable String getAcknowledge() {
        return text("acknowledge");
    }

    @ConfigProperty
    public void setAcknowledge(@Nullable String value) {
        set("acknowledge", value);
    }

    /** From a deliver_sm to its answer, at the latest; 20000 unless set. */
    @Min(100)
    public @Nullable Integer getDeliverAnswerTimeoutMillis() {
        return number("deliverAnswerTimeoutMillis");
    }

    @ConfigProperty
    public void setDeliverAnswerTimeoutMillis(@Nullable Integer value) {
        set("deliverAnswerTimeoutMillis", value);
    }

    /** command_status that makes the SMSC send a delivery again; by profile unless set. */
    public @Nullable Integer getNegativeStatus() {
        return number("negativeStatus");
    }

    @ConfigProperty
    public void setNegativeStatus(@Nullable Integer value) {
        set("negativeStatus", value);
    }
}
