package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.SecurityException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.PrintWriter;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Property;
import org.smppra.engine.SubmitDefaults;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.ra.settings.SubmitProperties;

/** Makes light leases on an account's links; nothing here touches the network. */
@ConnectionDefinition(
        connectionFactory = SmppConnectionFactory.class,
        connectionFactoryImpl = RaConnectionFactory.class,
        connection = SmppConnection.class,
        connectionImpl = RaConnection.class)
public class SmppManagedConnectionFactory extends SubmitProperties
        implements ManagedConnectionFactory,
                ResourceAdapterAssociation,
                ValidatingManagedConnectionFactory,
                TransactionSupport {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter resourceAdapter;
    private transient @Nullable PrintWriter logWriter;
    private transient volatile @Nullable AccountSettings own;
    private transient volatile @Nullable Account account;
    private final AtomicBoolean saidDirect = new AtomicBoolean();

    /** Starts the account's links, without waiting for any. */
    @Override
    public Object createConnectionFactory(ConnectionManager manager) throws ResourceException {
        AccountSource source = source();
        SubmitSettings submit;
        try {
            checkValues();
            submit = submitSettings();
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
        if (submit.mode() != SubmitMode.DIRECT && !source.hasOutbox()) {
            throw new InvalidPropertyException(
                    Property.OUTBOX_DIRECTORY + ": this server's data directory is not known;"
                            + " set it on the adapter, or " + Property.SUBMIT_MODE + " DIRECT");
        }
        source.supply(ownSettings(), this);
        return new RaConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        RaConnectionFactory connections = (RaConnectionFactory) createConnectionFactory(new DefaultConnectionManager());
        connections.setReference(FactoryReferences.of(connections));
        return connections;
    }

    /** Works while all hosts are down, and for recovery, which names nobody, or somebody whom no host knows. */
    @Override
    public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo request)
            throws ResourceException {
        AccountRequest who = new SignOn(subject, request).at(this);
        return new SmppManagedConnection(this, who, submitSettings(), source().transactions(), saidDirect);
    }

    private SubmitSettings submitSettings() {
        Map<String, Serializable> adapters =
                resourceAdapter instanceof AccountSource source ? source.defaults() : Map.of();
        return SubmitSettings.of(values(), adapters);
    }

    SubmitDefaults submitDefaults() {
        return submitSettings().defaults();
    }

    /** The account of the properties, which runs as long as this factory is in use. */
    Account account() throws ResourceException {
        Account known = account;
        if (known == null) {
            known = source().account(ownSettings(), this);
            account = known;
        }
        return known;
    }

    String systemId() throws ResourceException {
        return ownSettings().gateway().credentials().systemId();
    }

    private AccountSettings ownSettings() throws ResourceException {
        AccountSettings known = own;
        if (known == null) {
            known = source().settingsOf(this);
            own = known;
        }
        return known;
    }

    Account lease(AccountRequest who) throws ResourceException {
        AccountProperties others = new AccountProperties();
        others.setAll(values());
        others.setAll(Map.of(
                Property.SYSTEM_ID.toString(), who.systemId(),
                Property.PASSWORD.toString(), who.password())); // also an empty one: never the adapter's instead
        return source().lease(source().settingsOf(others));
    }

    void release(Account account) {
        if (resourceAdapter instanceof AccountSource source) {
            source.release(account);
        }
    }

    boolean isRunning() {
        try {
            source().transactions();
            return true;
        } catch (ResourceException e) {
            return false;
        }
    }

    private AccountSource source() throws ResourceException {
        if (resourceAdapter instanceof AccountSource source) {
            return source;
        }
        throw new jakarta.resource.spi.IllegalStateException("the connection factory has no resource adapter yet");
    }

    @Override
    @SuppressWarnings("rawtypes") // the contract's own signature
    public @Nullable ManagedConnection matchManagedConnections(
            Set candidates, @Nullable Subject subject, @Nullable ConnectionRequestInfo request) {
        AccountRequest who;
        try {
            who = new SignOn(subject, request).at(this);
        } catch (SecurityException e) {
            return null; // said when one is made for it
        }
        for (Object candidate : candidates) {
            if (candidate instanceof SmppManagedConnection connection && connection.matches(who)) {
                return connection;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // the contract's own signature
    public Set getInvalidConnections(Set candidates) {
        Set<Object> invalid = new HashSet<>();
        for (Object candidate : candidates) {
            if (candidate instanceof SmppManagedConnection connection && !connection.isValid()) {
                invalid.add(connection);
            }
        }
        return invalid;
    }

    /** Only the outbox can be prepared; what does not know its mode promises the most, and says why when it is used. */
    @Override
    public TransactionSupportLevel getTransactionSupport() {
        try {
            return submitSettings().mode().level();
        } catch (IllegalArgumentException e) {
            return TransactionSupportLevel.XATransaction;
        }
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        this.logWriter = writer;
    }

    /** What the adapter sets counts too: the same properties may mean another provider there. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmppManagedConnectionFactory that
                && values().equals(that.values())
                && Objects.equals(resourceAdapter, that.resourceAdapter);
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }
}
