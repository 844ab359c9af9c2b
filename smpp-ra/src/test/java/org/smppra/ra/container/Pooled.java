package org.smppra.ra.container;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.Subject;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppException;

/** A managed connection in the pool, with the handles that applications hold, and what it may say. */
final class Pooled implements ConnectionEventListener {
    private static final ShortMessage PROBE =
            ShortMessage.to("4512345678").from("Shop").text("probe").build();

    private final StrictContainer container;
    private final ManagedConnection connection;
    private final List<Object> handles = new ArrayList<>();
    private Object transaction;

    Pooled(StrictContainer container, ManagedConnection connection) throws ResourceException {
        this.container = container;
        this.connection = connection;
        if (connection.getMetaData() == null) {
            container.violation("no metadata");
        }
        connection.addConnectionEventListener(this);
    }

    ManagedConnection connection() {
        return connection;
    }

    Object handle(Subject subject, ConnectionRequestInfo request) throws ResourceException {
        Object handle = connection.getConnection(subject, request);
        if (handle == null || handles.contains(handle)) {
            container.violation("a handle that is none, or somebody else's");
        }
        handles.add(handle);
        return handle;
    }

    void belongsTo(Object to) {
        transaction = to;
    }

    boolean isOf(Object wanted) {
        return transaction == wanted;
    }

    boolean isInUse() {
        return transaction != null || !handles.isEmpty();
    }

    void forget(Object handle) {
        handles.remove(handle);
    }

    void adopt(Object handle) {
        handles.add(handle);
    }

    /** Twice, as a server may; afterwards no handle may work. */
    void cleanUp() {
        List<Object> before = List.copyOf(handles);
        handles.clear();
        try {
            connection.cleanup();
            connection.cleanup();
        } catch (ResourceException e) {
            container.violation("cleanup failed: " + e);
        }
        before.forEach(this::checkUnusable);
    }

    private void checkUnusable(Object handle) {
        try {
            ((SmppConnection) handle).submit(PROBE);
            container.violation("a handle was used after cleanup");
        } catch (SmppException e) {
            if (!e.code().equals("SMPP-CLOSED")) {
                container.violation("a handle after cleanup says " + e);
            }
        }
        ((SmppConnection) handle).close(); // says nothing any more
    }

    void destroy() {
        List<Object> before = List.copyOf(handles);
        handles.clear();
        try {
            connection.destroy();
        } catch (ResourceException e) {
            container.violation("destroy failed: " + e);
        }
        before.forEach(this::checkUnusable);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        if (event.getSource() != connection || event.getId() != ConnectionEvent.CONNECTION_CLOSED) {
            container.violation("an event of somebody else: " + event.getId());
        }
        if (!handles.remove(event.getConnectionHandle())) {
            container.violation("closed twice, or a handle that is not here: " + event.getConnectionHandle());
        }
        container.free(this);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        container.violation("an error event: " + event.getException());
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
        container.violation("localTransactionStarted");
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
        container.violation("localTransactionCommitted");
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
        container.violation("localTransactionRolledback");
    }
}
