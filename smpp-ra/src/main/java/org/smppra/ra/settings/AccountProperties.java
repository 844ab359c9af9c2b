package org.smppra.ra.settings;

import org.jspecify.annotations.Nullable;
import org.smppra.engine.AccountDefaults;
import org.smppra.engine.AccountSettings;

/**
 * The settings of an account as JavaBean properties: on the adapter they are defaults, a factory or an activation may
 * override each. Null: not set here. What the values may be, and what is used where nothing sets them, is in
 * {@link org.smppra.engine.Property}.
 */
public class AccountProperties extends PropertyBean {
    private static final long serialVersionUID = 1L;

    /**
     * The account of these properties.
     *
     * @param defaults used where nothing is set here
     * @throws IllegalArgumentException naming the property that is missing or wrong, and what it may be
     */
    public final AccountSettings settings(AccountProperties defaults) {
        return AccountDefaults.settings(values(), defaults.values());
    }

    /** The account's name, carried by results and receipts. */
    public @Nullable String getAccount() {
        return text("account");
    }

    public void setAccount(@Nullable String value) {
        set("account", value);
    }

    /** The SMSC's hosts: name, name:port or [IPv6]:port, separated by commas. */
    public @Nullable String getHosts() {
        return text("hosts");
    }

    public void setHosts(@Nullable String value) {
        set("hosts", value);
    }

    /** For hosts that name none; 2775, or 8775 with TLS. */
    public @Nullable Integer getPort() {
        return number("port");
    }

    public void setPort(@Nullable Integer value) {
        set("port", value);
    }

    /** Whether links are encrypted (TLS 1.2 or newer). */
    public @Nullable Boolean getTls() {
        return flag("tls");
    }

    public void setTls(@Nullable Boolean value) {
        set("tls", value);
    }

    /** A file with the authorities to trust; the JVM's own unless set. */
    public @Nullable String getTlsTrustStore() {
        return text("tlsTrustStore");
    }

    public void setTlsTrustStore(@Nullable String value) {
        set("tlsTrustStore", value);
    }

    /** Its password. */
    public @Nullable String getTlsTrustStorePassword() {
        return text("tlsTrustStorePassword");
    }

    public void setTlsTrustStorePassword(@Nullable String value) {
        set("tlsTrustStorePassword", value);
    }

    /** PKCS12 unless set. */
    public @Nullable String getTlsTrustStoreType() {
        return text("tlsTrustStoreType");
    }

    public void setTlsTrustStoreType(@Nullable String value) {
        set("tlsTrustStoreType", value);
    }

    /** A file with the client certificate, where the SMSC wants one. */
    public @Nullable String getTlsKeyStore() {
        return text("tlsKeyStore");
    }

    public void setTlsKeyStore(@Nullable String value) {
        set("tlsKeyStore", value);
    }

    /** Its password. */
    public @Nullable String getTlsKeyStorePassword() {
        return text("tlsKeyStorePassword");
    }

    public void setTlsKeyStorePassword(@Nullable String value) {
        set("tlsKeyStorePassword", value);
    }

    /** PKCS12 unless set. */
    public @Nullable String getTlsKeyStoreType() {
        return text("tlsKeyStoreType");
    }

    public void setTlsKeyStoreType(@Nullable String value) {
        set("tlsKeyStoreType", value);
    }

    /** Whether the certificate must name the host; true unless set. */
    public @Nullable Boolean getTlsHostnameVerification() {
        return flag("tlsHostnameVerification");
    }

    public void setTlsHostnameVerification(@Nullable Boolean value) {
        set("tlsHostnameVerification", value);
    }

    /** system_id of the bind, up to 15 characters. */
    public @Nullable String getSystemId() {
        return text("systemId");
    }

    public void setSystemId(@Nullable String value) {
        set("systemId", value);
    }

    /** password of the bind, up to 8 characters. */
    public @Nullable String getPassword() {
        return text("password");
    }

    public void setPassword(@Nullable String value) {
        set("password", value);
    }

    /** system_type of the bind, up to 12 characters. */
    public @Nullable String getSystemType() {
        return text("systemType");
    }

    public void setSystemType(@Nullable String value) {
        set("systemType", value);
    }

    /** address_range of the bind, up to 40 characters. */
    public @Nullable String getAddressRange() {
        return text("addressRange");
    }

    public void setAddressRange(@Nullable String value) {
        set("addressRange", value);
    }

    /** The SMSC's version of SMPP: 3.4 (unless set) or 3.3, which has neither transceivers nor TLVs. */
    public @Nullable String getInterfaceVersion() {
        return text("interfaceVersion");
    }

    public void setInterfaceVersion(@Nullable String value) {
        set("interfaceVersion", value);
    }

    /** TRANSCEIVER (unless set, and interfaceVersion is 3.4) or TRANSMITTER_RECEIVER. */
    public @Nullable String getBindType() {
        return text("bindType");
    }

    public void setBindType(@Nullable String value) {
        set("bindType", value);
    }

    /** Binds, or pairs, to each host; 1 unless set. */
    public @Nullable Integer getBindsPerHost() {
        return number("bindsPerHost");
    }

    public void setBindsPerHost(@Nullable Integer value) {
        set("bindsPerHost", value);
    }

    /** Requests without an answer on a link; 10 unless set. */
    public @Nullable Integer getWindowSize() {
        return number("windowSize");
    }

    public void setWindowSize(@Nullable Integer value) {
        set("windowSize", value);
    }

    /** Between two enquire_link; 30000 unless set, 0 = none. */
    public @Nullable Integer getEnquireLinkIntervalMillis() {
        return number("enquireLinkIntervalMillis");
    }

    public void setEnquireLinkIntervalMillis(@Nullable Integer value) {
        set("enquireLinkIntervalMillis", value);
    }

    /** The longest pause between two attempts; 30000 unless set. */
    public @Nullable Integer getReconnectMaxDelayMillis() {
        return number("reconnectMaxDelayMillis");
    }

    public void setReconnectMaxDelayMillis(@Nullable Integer value) {
        set("reconnectMaxDelayMillis", value);
    }

    /** For each address of a host, and for the TLS handshake; 10000 unless set. */
    public @Nullable Integer getConnectTimeoutMillis() {
        return number("connectTimeoutMillis");
    }

    public void setConnectTimeoutMillis(@Nullable Integer value) {
        set("connectTimeoutMillis", value);
    }

    /** From bind to its answer; 10000 unless set. */
    public @Nullable Integer getBindTimeoutMillis() {
        return number("bindTimeoutMillis");
    }

    public void setBindTimeoutMillis(@Nullable Integer value) {
        set("bindTimeoutMillis", value);
    }

    /** How long a write may be stuck; 10000 unless set. */
    public @Nullable Integer getWriteTimeoutMillis() {
        return number("writeTimeoutMillis");
    }

    public void setWriteTimeoutMillis(@Nullable Integer value) {
        set("writeTimeoutMillis", value);
    }

    /** For our own unbind; 10000 unless set. */
    public @Nullable Integer getCloseTimeoutMillis() {
        return number("closeTimeoutMillis");
    }

    public void setCloseTimeoutMillis(@Nullable Integer value) {
        set("closeTimeoutMillis", value);
    }

    /** From the SMSC's unbind to our answer; 10000 unless set. */
    public @Nullable Integer getUnbindDrainTimeoutMillis() {
        return number("unbindDrainTimeoutMillis");
    }

    public void setUnbindDrainTimeoutMillis(@Nullable Integer value) {
        set("unbindDrainTimeoutMillis", value);
    }

    /** From a request to its answer; 30000 unless set. */
    public @Nullable Integer getResponseTimeoutMillis() {
        return number("responseTimeoutMillis");
    }

    public void setResponseTimeoutMillis(@Nullable Integer value) {
        set("responseTimeoutMillis", value);
    }

    /** How long a submission may wait for a free slot; 10000 unless set. */
    public @Nullable Integer getSubmitTimeoutMillis() {
        return number("submitTimeoutMillis");
    }

    public void setSubmitTimeoutMillis(@Nullable Integer value) {
        set("submitTimeoutMillis", value);
    }

    /** Of this account over all links; 0 (unless set) = no limit. */
    public @Nullable Integer getMaxSubmitsPerSecond() {
        return number("maxSubmitsPerSecond");
    }

    public void setMaxSubmitsPerSecond(@Nullable Integer value) {
        set("maxSubmitsPerSecond", value);
    }

    /** Without any PDU of the host, after which its link is dropped; 0 (unless set) = never. */
    public @Nullable Integer getInactivityTimeoutMillis() {
        return number("inactivityTimeoutMillis");
    }

    public void setInactivityTimeoutMillis(@Nullable Integer value) {
        set("inactivityTimeoutMillis", value);
    }

    /** How the provider differs: gatewayapi (unless set) or generic. */
    public @Nullable String getProfile() {
        return text("profile");
    }

    public void setProfile(@Nullable String value) {
        set("profile", value);
    }

    /** User data of more octets than this go in message_payload, 0 to 254; by profile unless set. */
    public @Nullable Integer getPayloadAbove() {
        return number("payloadAbove");
    }

    public void setPayloadAbove(@Nullable Integer value) {
        set("payloadAbove", value);
    }

    /** How long messages travel: SMSC_CUTS, PAYLOAD, UDH_8, UDH_16 or SAR; by profile unless set. */
    public @Nullable String getLongMessages() {
        return text("longMessages");
    }

    public void setLongMessages(@Nullable String value) {
        set("longMessages", value);
    }

    /** Whether GSM 03.38 travels packed, eight characters in seven octets; by profile unless set. */
    public @Nullable Boolean getPackedSeptets() {
        return flag("packedSeptets");
    }

    public void setPackedSeptets(@Nullable Boolean value) {
        set("packedSeptets", value);
    }

    /** From the first part of a received message until the others are given up; 300000 unless set. */
    public @Nullable Integer getReassemblyTimeoutMillis() {
        return number("reassemblyTimeoutMillis");
    }

    public void setReassemblyTimeoutMillis(@Nullable Integer value) {
        set("reassemblyTimeoutMillis", value);
    }

    /** Whether what came of such a message is delivered, marked incomplete; true unless set, else it is refused. */
    public @Nullable Boolean getDeliverIncomplete() {
        return flag("deliverIncomplete");
    }

    public void setDeliverIncomplete(@Nullable Boolean value) {
        set("deliverIncomplete", value);
    }

    /** The zone of the dates in receipts, such as UTC or Europe/Copenhagen; by profile unless set. */
    public @Nullable String getReceiptTimeZone() {
        return text("receiptTimeZone");
    }

    public void setReceiptTimeZone(@Nullable String value) {
        set("receiptTimeZone", value);
    }

    /** From a deliver_sm to its answer, at the latest; 20000 unless set. */
    public @Nullable Integer getDeliverAnswerTimeoutMillis() {
        return number("deliverAnswerTimeoutMillis");
    }

    public void setDeliverAnswerTimeoutMillis(@Nullable Integer value) {
        set("deliverAnswerTimeoutMillis", value);
    }

    /** command_status that makes the SMSC send a delivery again; by profile unless set. */
    public @Nullable Integer getNegativeStatus() {
        return number("negativeStatus");
    }

    public void setNegativeStatus(@Nullable Integer value) {
        set("negativeStatus", value);
    }
}
