package org.smppra.ra.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.engine.AccountConnection;
import org.smppra.engine.SubmitDefaults;

/**
 * A lease on an account's links, not a socket: the loss of a host is no event for the pool, and a lease made while all
 * hosts are down works as soon as one is up.
 */
final class SmppManagedConnection implements ManagedConnection {
    private final Account account;
    private final @Nullable AccountRequest who;
    private final AccountConnection direct;
    private final Set<RaConnection> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean destroyed;
    private volatile @Nullable PrintWriter logWriter;

    SmppManagedConnection(Account account, @Nullable AccountRequest who, SubmitDefaults defaults) {
        this.account = account;
        this.who = who;
        this.direct = new AccountConnection(account, defaults);
    }

    boolean matches(@Nullable AccountRequest request) {
        return !destroyed && Objects.equals(who, request);
    }

    boolean isValid() {
        return !destroyed;
    }

    AccountConnection direct() {
        return direct;
    }

    @Override
    public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo request)
            throws ResourceException {
        if (destroyed) {
            throw new jakarta.resource.spi.IllegalStateException("the managed connection is destroyed");
        }
        RaConnection handle = new RaConnection(this);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof RaConnection handle)) {
            throw new ResourceException("not a handle of this adapter: " + connection.getClass());
        }
        handle.moveTo(this);
        handles.add(handle);
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

    @Override
    public void cleanup() {
        handles.forEach(RaConnection::invalidate);
        handles.clear();
    }

    @Override
    public void destroy() {
        destroyed = true;
        cleanup();
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
        throw new NotSupportedException("submitMode DIRECT takes no part in transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("submitMode DIRECT takes no part in transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new MetaData(account.name());
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
