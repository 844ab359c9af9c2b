package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How fast, how long and how often on an account's links. Null: not set here. */
public class LinkProperties extends BindProperties {
    private static final long serialVersionUID = 1L;

    /** Requests without an answer on a link; 10 unless set. */
    @Min(1)
    @Max(65_536)
    public @Nullable Integer getWindowSize() {
        return number("windowSize");
    }

    @ConfigProperty
    public void setWindowSize(@Nullable Integer value) {
        set("windowSize", value);
    }

    /** Between two enquire_link; 30000 unless set, 0 = none. */
    @Min(0)
    public @Nullable Integer getEnquireLinkIntervalMillis() {
        return number("enquireLinkIntervalMillis");
    }

    @ConfigProperty
    public void setEnquireLinkIntervalMillis(@Nullable Integer value) {
        set("enquireLinkIntervalMillis", value);
    }

    /** Without any PDU of the host, after which its link is dropped; 0 (unless set) = never. */
    @Min(0)
    public @Nullable Integer getInactivityTimeoutMillis() {
        return number("inactivityTimeoutMillis");
    }

    @ConfigProperty
    public void setInactivityTimeoutMillis(@Nullable Integer value) {
        set("inactivityTimeoutMillis", value);
    }

    /** The longest pause between two attempts; 30000 unless set. */
    @Min(1)
    public @Nullable Integer getReconnectMaxDelayMillis() {
        return number("reconnectMaxDelayMillis");
    }

    @ConfigProperty
    public void setReconnectMaxDelayMillis(@Nullable Integer value) {
        set("reconnectMaxDelayMillis", value);
    }

    /** For each address of a host, and for the TLS handshake; 10000 unless set. */
    @Min(1)
    public @Nullable Integer getConnectTimeoutMillis() {
        return number("connectTimeoutMillis");
    }

    @ConfigProperty
    public void setConnectTimeoutMillis(@Nullable Integer value) {
        set("connectTimeoutMillis", value);
    }

    /** From bind to its answer; 10000 unless set. */
    @Min(1)
    public @Nullable Integer getBindTimeoutMillis() {
        return number("bindTimeoutMillis");
    }

    @ConfigProperty
    public void setBindTimeoutMillis(@Nullable Integer value) {
        set("bindTimeoutMillis", value);
    }

    /** How long a write may be stuck; 10000 unless set. */
    @Min(1)
    public @Nullable Integer getWriteTimeoutMillis() {
        return number("writeTimeoutMillis");
    }

    @ConfigProperty
    public void setWriteTimeoutMillis(@Nullable Integer value) {
        set("writeTimeoutMillis", value);
    }

    /** For our own unbind; 10000 unless set. */
    @Min(1)
    public @Nullable Integer getCloseTimeoutMillis() {
        return number("closeTimeoutMillis");
    }

    @ConfigProperty
    public void setCloseTimeoutMillis(@Nullable Integer value) {
        set("closeTimeoutMillis", value);
    }

    /** From the SMSC's unbind to our answer; 10000 unless set. */
    @Min(0)
    public @Nullable Integer getUnbindDrainTimeoutMillis() {
        return number("unbindDrainTimeoutMillis");
    }

    @ConfigProperty
    public void setUnbindDrainTimeoutMillis(@Nullable Integer value) {
        set("unbindDrainTimeoutMillis", value);
    }

    /** From a request to its answer; 30000 unless set. */
    @Min(1)
    public @Nullable Integer getResponseTimeoutMillis() {
        return number("responseTimeoutMillis");
    }

    @ConfigProperty
    public void setResponseTimeoutMillis(@Nullable Integer value) {
        set("responseTimeoutMillis", value);
    }

    /** How long a submission may wait for a free slot; 10000 unless set. */
    @Min(0)
    public @Nullable Integer getSubmitTimeoutMillis() {
        return number("submitTimeoutMillis");
    }

    @ConfigProperty
    public void setSubmitTimeoutMillis(@Nullable Integer value) {
        set("submitTimeoutMillis", value);
    }

    /** Of this account over all links; 0 (unless set) = no limit. */
    @Min(0)
    @Max(1_000_000)
    public @Nullable Integer getMaxSubmitsPerSecond() {
        return number("maxSubmitsPerSecond");
    }

    @ConfigProperty
    public void setMaxSubmitsPerSecond(@Nullable Integer value) {
        set("maxSubmitsPerSecond", value);
    }
}
