package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** As whom an account binds. Null: not set here. */
public class BindProperties extends HostProperties {
    private static final long serialVersionUID = 1L;

    /** system_id of the bind, up to 15 characters. */
    @Size(max = 15)
    public @Nullable String getSystemId() {
        return text("systemId");
    }

    @ConfigProperty
    public void setSystemId(@Nullable String value) {
        set("systemId", value);
    }

    /** password of the bind, up to 8 characters. */
    @Size(max = 8)
    public @Nullable String getPassword() {
        return text("password");
    }

    @ConfigProperty(confidential = true)
    public void setPassword(@Nullable String value) {
        set("password", value);
    }

    /** system_type of the bind, up to 12 characters. */
    @Size(max = 12)
    public @Nullable String getSystemType() {
        return text("systemType");
    }

    @ConfigProperty
    public void setSystemType(@Nullable String value) {
        set("systemType", value);
    }

    /** address_range of the bind, up to 40 characters. */
    @Size(max = 40)
    public @Nullable String getAddressRange() {
        return text("addressRange");
    }

    @ConfigProperty
    public void setAddressRange(@Nullable String value) {
        set("addressRange", value);
    }

    /** The SMSC's version of SMPP: 3.4 (unless set) or 3.3, which has neither transceivers nor TLVs. */
    @Pattern(regexp = "3\\.[34]")
    public @Nullable String getInterfaceVersion() {
        return text("interfaceVersion");
    }

    @ConfigProperty
    public void setInterfaceVersion(@Nullable String value) {
        set("interfaceVersion", value);
    }

    /** TRANSCEIVER (unless set, and interfaceVersion is 3.4) or TRANSMITTER_RECEIVER. */
    @Pattern(regexp = "TRANSCEIVER|TRANSMITTER_RECEIVER")
    public @Nullable String getBindType() {
        return text("bindType");
    }

    @ConfigProperty
    public void setBindType(@Nullable String value) {
        set("bindType", value);
    }

    /** Binds, or pairs, to each host; 1 unless set. */
    @Min(1)
    @Max(100)
    public @Nullable Integer getBindsPerHost() {
        return number("bindsPerHost");
    }

    @ConfigProperty
    public void setBindsPerHost(@Nullable Integer value) {
        set("bindsPerHost", value);
    }
}
