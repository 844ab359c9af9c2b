package org.smppra.ra.checklist;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.util.List;

/** Hears of closed handles and of nothing else. */
class Closings implements ConnectionEventListener {
    private final List<String> heard;
    private final String name;

    Closings(List<String> heard, String name) {
        this.heard = heard;
        this.name = name;
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        heard.add(name);
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
