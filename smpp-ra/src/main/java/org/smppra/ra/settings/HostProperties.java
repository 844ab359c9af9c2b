package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** To whom an account connects, and how its links are encrypted. Null: not set here. */
public class HostProperties extends PropertyBean {
    private static final long serialVersionUID = 1L;

    /** The account's name, carried by results and receipts. */
    public @Nullable String getAccount() {
        return text("account");
    }

    @ConfigProperty
    public void setAccount(@Nullable String value) {
        set("account", value);
    }

    /** The SMSC's hosts: name, name:port or [IPv6]:port, separated by commas. */
    public @Nullable String getHosts() {
        return text("hosts");
    }

    @ConfigProperty
    public void setHosts(@Nullable String value) {
        set("hosts", value);
    }

    /** For hosts that name none; 2775, or 8775 with TLS. */
    @Min(1)
    @Max(65_535)
    public @Nullable Integer getPort() {
        return number("port");
    }

    @ConfigProperty
    public void setPort(@Nullable Integer value) {
        set("port", value);
    }

    /** Whether links are encrypted (TLS 1.2 or newer). */
    public @Nullable Boolean getTls() {
        return flag("tls");
    }

    @ConfigProperty
    public void setTls(@Nullable Boolean value) {
        set("tls", value);
    }

    /** A file with the authorities to trust; the JVM's own unless set. */
    public @Nullable String getTlsTrustStore() {
        return text("tlsTrustStore");
    }

    @ConfigProperty
    public void setTlsTrustStore(@Nullable String value) {
        set("tlsTrustStore", value);
    }

    /** Its password. */
    public @Nullable String getTlsTrustStorePassword() {
        return text("tlsTrustStorePassword");
    }

    @ConfigProperty(confidential = true)
    public void setTlsTrustStorePassword(@Nullable String value) {
        set("tlsTrustStorePassword", value);
    }

    /** PKCS12 unless set. */
    public @Nullable String getTlsTrustStoreType() {
        return text("tlsTrustStoreType");
    }

    @ConfigProperty
    public void setTlsTrustStoreType(@Nullable String value) {
        set("tlsTrustStoreType", value);
    }

    /** A file with the client certificate, where the SMSC wants one. */
    public @Nullable String getTlsKeyStore() {
        return text("tlsKeyStore");
    }

    @ConfigProperty
    public void setTlsKeyStore(@Nullable String value) {
        set("tlsKeyStore", value);
    }

    /** Its password. */
    public @Nullable String getTlsKeyStorePassword() {
        return text("tlsKeyStorePassword");
    }

    @ConfigProperty(confidential = true)
    public void setTlsKeyStorePassword(@Nullable String value) {
        set("tlsKeyStorePassword", value);
    }

    /** PKCS12 unless set. */
    public @Nullable String getTlsKeyStoreType() {
        return text("tlsKeyStoreType");
    }

    @ConfigProperty
    public void setTlsKeyStoreType(@Nullable String value) {
        set("tlsKeyStoreType", value);
    }

    /** Whether the certificate must name the host; true unless set. */
    public @Nullable Boolean getTlsHostnameVerification() {
        return flag("tlsHostnameVerification");
    }

    @ConfigProperty
    public void setTlsHostnameVerification(@Nullable Boolean value) {
        set("tlsHostnameVerification", value);
    }

    /** JNDI name of an SSLContext of the server, used instead of stores. */
    public @Nullable String getSslContextLookup() {
        return text("sslContextLookup");
    }

    @ConfigProperty
    public void setSslContextLookup(@Nullable String value) {
        set("sslContextLookup", value);
    }
}
