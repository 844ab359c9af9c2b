package org.smppra.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.AuthenticationMechanism;
import jakarta.resource.spi.AuthenticationMechanism.CredentialInterface;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.OutboxDefaults;
import org.smppra.engine.Property;
import org.smppra.inbox.InboxCounter;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.management.OperatedAdapter;
import org.smppra.ra.outbound.AccountSource;
import org.smppra.ra.outbound.OutboxResource;
import org.smppra.ra.outbound.Transactions;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.ra.settings.AdapterProperties;

/**
 * The adapter as the server knows it. Its properties are the defaults of every factory and activation; where it names
 * hosts itself, that account runs as long as the adapter does, so that what waits leaves before anybody asks.
 */
@Connector(
        displayName = "SMPP resource adapter",
        vendorName = "smpp-ra",
        eisType = "SMPP 3.4 SMSC",
        version = "0.1.0",
        transactionSupport = TransactionSupportLevel.XATransaction,
        reauthenticationSupport = false,
        authMechanisms = @AuthenticationMechanism(credentialInterface = CredentialInterface.PasswordCredential))
public class SmppResourceAdapter extends AdapterProperties implements ResourceAdapter, AccountSource, OperatedAdapter {
    private static final long serialVersionUID = 1L;
    private static final String NAME = String.valueOf(Property.ACCOUNT.otherwise());

    private transient volatile @Nullable RunningAdapter running;
    /** Supplied by factories before the start: servers make them first. */
    private transient @Nullable List<Supplied> early;

    private record Supplied(AccountSettings settings, Object factory) {}

    /** Never waits for a host, nor for the outbox. */
    @Override
    public synchronized void start(BootstrapContext context) throws ResourceAdapterInternalException {
        RunningAdapter adapter;
        try {
            checkValues();
            AccountSettings own = getHosts() == null ? null : checked(this);
            adapter = new RunningAdapter(context, name(), outboxSettings(), maxAccounts());
            if (own != null) {
                adapter.leases().supply(own);
            }
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
        if (early != null) {
            early.forEach(each -> adapter.supply(each.settings(), each.factory()));
            early = null;
        }
        running = adapter;
    }

    /** The name of its own account; of its threads, its outbox's directory and its bean in JMX too. */
    @Override
    public String name() {
        String account = getAccount();
        return account == null ? NAME : account;
    }

    private @Nullable OutboxSettings outboxSettings() {
        return OutboxDefaults.settings(values(), ServerDirectory.ofOutbox(name(), System::getProperty));
    }

    @Override
    public boolean hasOutbox() {
        return outboxSettings() != null;
    }

    private int maxAccounts() {
        Integer set = getMaxAccounts();
        return set != null ? set : (Integer) Objects.requireNonNull(Property.MAX_ACCOUNTS.otherwise());
    }

    /** Unbinds and ends every thread, in bounded time. */
    @Override
    public void stop() {
        RunningAdapter adapter;
        synchronized (this) {
            adapter = running;
            running = null;
            early = null;
        }
        if (adapter != null) {
            adapter.close();
        }
    }

    @Override
    public Map<String, Serializable> defaults() {
        return values();
    }

    @Override
    public synchronized void supply(AccountSettings settings, Object factory) {
        RunningAdapter adapter = running;
        if (adapter != null) {
            adapter.supply(settings, factory);
            return;
        }
        early = early == null ? new ArrayList<>() : early;
        early.add(new Supplied(settings, factory));
    }

    @Override
    public Account account(AccountSettings settings, Object factory) throws ResourceException {
        return running().supply(settings, factory);
    }

    @Override
    public Account lease(AccountSettings settings) throws ResourceException {
        try {
            return running().leases().lease(settings);
        } catch (IllegalArgumentException e) {
            throw new ResourceException(e.getMessage(), e);
        }
    }

    @Override
    public void release(Account account) {
        RunningAdapter adapter = running;
        if (adapter != null) {
            adapter.leases().release(account);
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof SmppActivationSpec ours)) {
            throw new NotSupportedException("not an activation spec of this adapter: " + spec.getClass());
        }
        RunningAdapter adapter = running();
        AccountSettings settings;
        try {
            ours.validate(); // not every server does
            settings = ours.namesAccountOnly() ? null : settingsOf(ours);
        } catch (InvalidPropertyException e) {
            throw new NotSupportedException(e.getMessage(), e);
        }
        adapter.activate(factory, ours, settings);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        RunningAdapter adapter = running;
        if (adapter != null) {
            adapter.deactivate(factory, spec);
        }
    }

    @Override
    public AccountSettings settingsOf(AccountProperties properties) throws InvalidPropertyException {
        try {
            return checked(properties);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
    }

    private AccountSettings checked(AccountProperties properties) {
        AccountSettings settings = properties.settings(this);
        settings.check(hasOutbox());
        return settings;
    }

    @Override
    public Transactions transactions() throws ResourceException {
        return running();
    }

    private RunningAdapter running() throws ResourceException {
        RunningAdapter adapter = running;
        if (adapter == null) {
            throw new ResourceException("the resource adapter is not started");
        }
        return adapter;
    }

    @Override
    public Optional<Account> account(String name) {
        RunningAdapter adapter = running;
        return adapter == null ? Optional.empty() : adapter.account(name);
    }

    @Override
    public Collection<Account> accounts() {
        RunningAdapter adapter = running;
        return adapter == null ? List.of() : adapter.accounts();
    }

    @Override
    public @Nullable Outbox openOutbox() {
        RunningAdapter adapter = running;
        return adapter == null ? null : adapter.openOutbox();
    }

    @Override
    public Map<InboxCounter, Long> inboxCounters() {
        RunningAdapter adapter = running;
        return adapter == null ? Map.of() : adapter.inboxCounters();
    }

    /** The outbox, whatever the specs: some servers ask with new ones before anything is activated. */
    @Override
    public XAResource[] getXAResources(ActivationSpec @Nullable [] specs) {
        RunningAdapter adapter = running;
        return adapter == null || !adapter.hasOutbox()
                ? new XAResource[0]
                : new XAResource[] {new OutboxResource(adapter)};
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
