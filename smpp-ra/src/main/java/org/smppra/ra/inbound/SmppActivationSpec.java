package org.smppra.ra.inbound;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.ListenerSettings;
import org.smppra.ra.settings.AccountProperties;

/**
 * What a message-driven bean asks for. All properties of an account may be set here; those that are not are the
 * adapter's. Specs are equal by identity, as Jakarta Connectors wants it.
 */
public class SmppActivationSpec extends AccountProperties implements ActivationSpec {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter resourceAdapter;

    /** Endpoints that may run at one time; 10 unless set. */
    public @Nullable Integer getMaxConcurrency() {
        return number("maxConcurrency");
    }

    public void setMaxConcurrency(@Nullable Integer value) {
        set("maxConcurrency", value);
    }

    /** Attempts after the first, before the SMSC is asked to send again; 10 unless set. */
    public @Nullable Integer getMaxRedeliveries() {
        return number("maxRedeliveries");
    }

    public void setMaxRedeliveries(@Nullable Integer value) {
        set("maxRedeliveries", value);
    }

    /** Before the first of these, doubling up to a minute; 1000 unless set. */
    public @Nullable Integer getRedeliveryDelayMillis() {
        return number("redeliveryDelayMillis");
    }

    public void setRedeliveryDelayMillis(@Nullable Integer value) {
        set("redeliveryDelayMillis", value);
    }

    /** Called before {@link #setResourceAdapter} by some servers: looks at no other object. */
    @Override
    public void validate() throws InvalidPropertyException {
        try {
            listenerSettings();
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
    }

    ListenerSettings listenerSettings() {
        return ListenerSettings.of(values());
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
    }
}
