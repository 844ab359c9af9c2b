package org.smppra.ra.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import jakarta.resource.spi.SecurityException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * A lease on an account's links, not a socket: the loss of a host is no event for the pool, and a lease made while all
 * hosts are down works as soon as one is up.
 */
final class SmppManagedConnection implements ManagedConnection {
    private final SmppManagedConnectionFactory factory;
    private final @Nullable AccountRequest who;
    private final SubmitMode mode;
    private final AccountUse use;
    private final OutboxResource resource;
    private final OutboxTransaction local;
    private final Submitter submitter;
    private final Set<RaConnection> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean destroyed;
    private volatile @Nullable PrintWriter logWriter;

    SmppManagedConnection(
            SmppManagedConnectionFactory factory,
            @Nullable AccountRequest who,
            SubmitSettings settings,
            Transactions transactions,
            AtomicBoolean saidDirect) {
        this.factory = factory;
        this.who = who;
        this.mode = settings.mode();
        this.use = new AccountUse(factory, who);
        this.resource = new OutboxResource(transactions);
        this.local = new OutboxTransaction(transactions);
        this.submitter = new Submitter(
                use,
                settings.defaults(),
                switch (mode) {
                    case DIRECT -> new DirectStoring(transactions, settings.direct(), saidDirect);
                    case ON_COMMIT -> new CommitStoring(transactions);
                    case OUTBOX -> new OutboxStoring(transactions, resource, local);
                });
    }

    boolean matches(@Nullable AccountRequest request) {
        return isValid() && Objects.equals(who, request);
    }

    /** Of the adapter only, not of a host: no network. */
    boolean isValid() {
        return !destroyed && factory.isRunning();
    }

    Submitter submitter() {
        return submitter;
    }

    @Override
    public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo request)
            throws ResourceException {
        checkUsable();
        if (!Objects.equals(who, new SignOn(subject, request).at(factory))) {
            throw new SecurityException("this managed connection is somebody else's, and cannot sign on anew");
        }
        if (request != null) {
            use.begin(); // an application that asks for too many accounts hears it here
        }
        RaConnection handle = new RaConnection(this);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        checkUsable();
        if (!(connection instanceof RaConnection handle)) {
            throw new ResourceException("not a handle of this adapter: " + connection.getClass());
        }
        handle.moveTo(this);
        handles.add(handle);
    }

    private void checkUsable() throws ResourceException {
        if (destroyed) {
            throw new jakarta.resource.spi.IllegalStateException("the managed connection is destroyed");
        }
    }

    void forget(RaConnection handle) {
        handles.remove(handle);
    }

    /** The application closed its handle. */
    void closed(RaConnection handle) {
        handles.remove(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        for (ConnectionEventListener listener : listeners) {
            listener.connectionClosed(event);
        }
    }

    /** Keeps the branch of a transaction manager, which may end later: it is the outbox's, not this connection's. */
    @Override
    public void cleanup() {
        handles.forEach(RaConnection::invalidate);
        handles.clear();
        local.end();
        use.end();
    }

    @Override
    public void destroy() {
        destroyed = true;
        cleanup();
        resource.gone();
        listeners.clear();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        checkTransactional();
        return resource;
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        checkTransactional();
        return local;
    }

    private void checkTransactional() throws ResourceException {
        if (mode != SubmitMode.OUTBOX) {
            throw new NotSupportedException("submitMode " + mode + " is enlisted in no transaction");
        }
    }

    @Override
    public ManagedConnectionMetaData getMetaData() throws ResourceException {
        return new MetaData(who == null ? factory.systemId() : who.systemId());
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        this.logWriter = writer;
    }
}
