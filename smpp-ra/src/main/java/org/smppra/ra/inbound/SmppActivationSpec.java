package org.smppra.ra.inbound;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.beans.IntrospectionException;
import java.beans.PropertyDescriptor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ShortMessageListener;
import org.smppra.SubmitResultListener;
import org.smppra.engine.ListenerSettings;
import org.smppra.ra.settings.AccountProperties;

/**
 * What a message-driven bean asks for. All properties of an account may be set here; those that are not are the
 * adapter's. Specs are equal by identity, as Jakarta Connectors wants it.
 */
@Activation(messageListeners = {DeliveryReceiptListener.class, ShortMessageListener.class, SubmitResultListener.class})
public class SmppActivationSpec extends AccountProperties implements ActivationSpec {
    private static final long serialVersionUID = 1L;
    /** What says how this bean is served, and nothing of the account. */
    private static final Set<String> OF_THE_BEAN =
            Set.of("maxConcurrency", "maxRedeliveries", "redeliveryDelayMillis", "receiptFilter", "destinationFilter");

    private transient @Nullable ResourceAdapter resourceAdapter;

    /** Called before {@link #setResourceAdapter} by some servers: looks at no other object. */
    @Override
    public void validate() throws InvalidPropertyException {
        Map<String, String> wrong = wrongValues();
        if (!wrong.isEmpty()) {
            InvalidPropertyException refused = new InvalidPropertyException(String.join("; ", wrong.values()));
            refused.setInvalidPropertyDescriptors(
                    wrong.keySet().stream().map(SmppActivationSpec::descriptor).toArray(PropertyDescriptor[]::new));
            throw refused;
        }
    }

    private static PropertyDescriptor descriptor(String property) {
        try {
            return new PropertyDescriptor(property, SmppActivationSpec.class);
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing says more of the account than its name: then it is one that somebody else sets. */
    public boolean namesAccountOnly() {
        Set<String> set = new HashSet<>(values().keySet());
        set.removeAll(OF_THE_BEAN);
        return set.equals(Set.of("account"));
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

    /** Endpoints, or a client's listeners, that may run at one time; 10 unless set. */
    @Min(1)
    public @Nullable Integer getMaxConcurrency() {
        return number("maxConcurrency");
    }

    @ConfigProperty
    public void setMaxConcurrency(@Nullable Integer value) {
        set("maxConcurrency", value);
    }

    /**
     * Attempts after the first, before the SMSC is asked to send again, or a result rests for a minute; 10 unless set.
     */
    @Min(0)
    public @Nullable Integer getMaxRedeliveries() {
        return number("maxRedeliveries");
    }

    @ConfigProperty
    public void setMaxRedeliveries(@Nullable Integer value) {
        set("maxRedeliveries", value);
    }

    /** Before the first of these, doubling up to a minute; 1000 unless set. */
    @Min(0)
    public @Nullable Integer getRedeliveryDelayMillis() {
        return number("redeliveryDelayMillis");
    }

    @ConfigProperty
    public void setRedeliveryDelayMillis(@Nullable Integer value) {
        set("redeliveryDelayMillis", value);
    }

    /** How the reference of a receipt begins that this bean is for; any unless set. */
    public @Nullable String getReceiptFilter() {
        return text("receiptFilter");
    }

    @ConfigProperty
    public void setReceiptFilter(@Nullable String value) {
        set("receiptFilter", value);
    }

    /**
     * How the number begins that the message was sent to: of a receipt the handset, of a received message our own; any
     * unless set.
     */
    @Size(max = 21)
    public @Nullable String getDestinationFilter() {
        return text("destinationFilter");
    }

    @ConfigProperty
    public void setDestinationFilter(@Nullable String value) {
        set("destinationFilter", value);
    }
}
