package org.smppra.ra.inbound;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import org.jspecify.annotations.Nullable;
import org.smppra.ra.settings.AccountProperties;

/**
 * What a message-driven bean asks for. All properties of an account may be set here; those that are not are the
 * adapter's. Specs are equal by identity, as Jakarta Connectors wants it.
 */
public class SmppActivationSpec extends AccountProperties implements ActivationSpec {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CONCURRENCY = 10;
    private static final int MAX_REDELIVERIES = 10;
    private static final int REDELIVERY_DELAY_MILLIS = 1_000;

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
        atLeast("maxConcurrency", maxConcurrency(), 1);
        atLeast("maxRedeliveries", maxRedeliveries(), 0);
        atLeast("redeliveryDelayMillis", redeliveryDelayMillis(), 0);
    }

    private static void atLeast(String property, int value, int min) throws InvalidPropertyException {
        if (value < min) {
            throw new InvalidPropertyException(property + ": " + value + " is less than " + min);
        }
    }

    int maxConcurrency() {
        return or(getMaxConcurrency(), MAX_CONCURRENCY);
    }

    int maxRedeliveries() {
        return or(getMaxRedeliveries(), MAX_REDELIVERIES);
    }

    int redeliveryDelayMillis() {
        return or(getRedeliveryDelayMillis(), REDELIVERY_DELAY_MILLIS);
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
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
