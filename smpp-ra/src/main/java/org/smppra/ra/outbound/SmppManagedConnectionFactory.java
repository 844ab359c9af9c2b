package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.SubmitDefaults;
import org.smppra.ra.settings.AccountProperties;

/** Makes light leases on an account's links; nothing here touches the network. */
public class SmppManagedConnectionFactory extends AccountProperties
        implements ManagedConnectionFactory,
                ResourceAdapterAssociation,
                ValidatingManagedConnectionFactory,
                TransactionSupport {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter resourceAdapter;
    private transient @Nullable PrintWriter logWriter;

    /** The sender of messages that name none. */
    public @Nullable String getDefaultFrom() {
        return text("defaultFrom");
    }

    public void setDefaultFrom(@Nullable String value) {
        set("defaultFrom", value);
    }

    /** The message class of messages that name none. */
    public @Nullable String getDefaultMessageClass() {
        return text("defaultMessageClass");
    }

    public void setDefaultMessageClass(@Nullable String value) {
        set("defaultMessageClass", value);
    }

    /** What submit means to a transaction: DIRECT. */
    public @Nullable String getSubmitMode() {
        return text("submitMode");
    }

    public void setSubmitMode(@Nullable String value) {
        set("submitMode", value);
    }

    /** Begins to connect to the account's hosts, without waiting for any. */
    @Override
    public Object createConnectionFactory(ConnectionManager manager) throws ResourceException {
        validate();
        source().supply(this);
        return new RaConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        return createConnectionFactory(new DefaultConnectionManager());
    }

    private void validate() throws InvalidPropertyException {
        try {
            SubmitMode.named(getSubmitMode());
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(e.getMessage());
        }
    }

    @Override
    public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo request)
            throws ResourceException {
        AccountRequest who = request(subject, request);
        return new SmppManagedConnection(account(propertiesFor(who)), who, defaults());
    }

    SubmitDefaults defaults() {
        return SubmitDefaults.of(values());
    }

    Account account() throws ResourceException {
        return account(this);
    }

    private Account account(AccountProperties properties) throws ResourceException {
        return source().account(properties);
    }

    private AccountSource source() throws ResourceException {
        if (resourceAdapter instanceof AccountSource source) {
            return source;
        }
        throw new jakarta.resource.spi.IllegalStateException("the connection factory has no resource adapter yet");
    }

    private AccountProperties propertiesFor(@Nullable AccountRequest who) {
        if (who == null) {
            return this;
        }
        AccountProperties other = new AccountProperties();
        other.setAll(values());
        other.setSystemId(who.systemId());
        other.setPassword(who.password());
        return other;
    }

    /** The container's sign-on wins over the application's, and both over the properties. */
    private @Nullable AccountRequest request(@Nullable Subject subject, @Nullable ConnectionRequestInfo request) {
        if (subject != null) {
            for (PasswordCredential each : subject.getPrivateCredentials(PasswordCredential.class)) {
                if (each.getManagedConnectionFactory() == null || equals(each.getManagedConnectionFactory())) {
                    return new AccountRequest(each.getUserName(), new String(each.getPassword()));
                }
            }
        }
        return (AccountRequest) request;
    }

    @Override
    @SuppressWarnings("rawtypes") // the contract's own signature
    public @Nullable ManagedConnection matchManagedConnections(
            Set candidates, @Nullable Subject subject, @Nullable ConnectionRequestInfo request) {
        AccountRequest who = request(subject, request);
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

    /** DIRECT sends before any transaction could be decided. */
    @Override
    public TransactionSupportLevel getTransactionSupport() {
        return TransactionSupportLevel.NoTransaction;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SmppManagedConnectionFactory that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }
}
