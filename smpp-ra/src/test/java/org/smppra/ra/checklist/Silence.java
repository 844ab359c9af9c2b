package org.smppra.ra.checklist;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;

/** Hears nothing of a connection, or fails. */
enum Silence implements ConnectionEventListener {
    EXPECTED;

    @Override
    public void connectionClosed(ConnectionEvent event) {
        throw new AssertionError("connectionClosed");
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
        throw new AssertionError("localTransactionStarted");
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
        throw new AssertionError("localTransactionCommitted");
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
        throw new AssertionError("localTransactionRolledback");
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        throw new AssertionError("connectionErrorOccurred");
    }
}
