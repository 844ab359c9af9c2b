package org.smppra.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.AccountSource;
import org.smppra.ra.settings.AccountProperties;

/**
 * The adapter as the server knows it. Its account properties are the defaults of every factory and activation; where it
 * names hosts itself, that account runs as long as the adapter does.
 */
public class SmppResourceAdapter extends AccountProperties implements ResourceAdapter, AccountSource {
    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable RunningAdapter running;
    private transient @Nullable Set<AccountSettings> supplied;

    /** Never waits for a host. */
    @Override
    public synchronized void start(BootstrapContext context) throws ResourceAdapterInternalException {
        Set<AccountSettings> accounts = supplied();
        if (getHosts() != null) {
            try {
                accounts.add(settings(this));
            } catch (IllegalArgumentException e) {
                throw new ResourceAdapterInternalException(e.getMessage(), e);
            }
        }
        RunningAdapter adapter = new RunningAdapter(context, getAccount());
        accounts.forEach(adapter::factoryAccount);
        running = adapter;
    }

    private Set<AccountSettings> supplied() {
        if (supplied == null) {
            supplied = new LinkedHashSet<>();
        }
        return supplied;
    }

    /** Unbinds and ends every thread, in bounded time. */
    @Override
    public void stop() {
        RunningAdapter adapter;
        synchronized (this) {
            adapter = running;
            running = null;
            supplied = null;
        }
        if (adapter != null) {
            adapter.close();
        }
    }

    @Override
    public synchronized void supply(AccountProperties properties) throws ResourceException {
        AccountSettings settings = settingsOf(properties);
        supplied().add(settings);
        RunningAdapter adapter = running;
        if (adapter != null) {
            adapter.factoryAccount(settings);
        }
    }

    @Override
    public Account account(AccountProperties properties) throws ResourceException {
        return running().factoryAccount(settingsOf(properties));
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof SmppActivationSpec ours)) {
            throw new NotSupportedException("not an activation spec of this adapter: " + spec.getClass());
        }
        ours.validate();
        running().activate(factory, ours, settingsOf(ours));
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        RunningAdapter adapter = running;
        if (adapter != null) {
            adapter.deactivate(factory, spec);
        }
    }

    private AccountSettings settingsOf(AccountProperties properties) throws InvalidPropertyException {
        try {
            return properties.settings(this);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
    }

    private RunningAdapter running() throws ResourceException {
        RunningAdapter adapter = running;
        if (adapter == null) {
            throw new ResourceException("the resource adapter is not started");
        }
        return adapter;
    }

    /** No resource manager that could hold a branch: deliveries are acknowledged after the commit, not in it. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmppResourceAdapter that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }
}
