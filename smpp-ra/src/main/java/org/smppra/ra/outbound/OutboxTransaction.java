package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.LocalTransactionException;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.outbox.Branch;

/**
 * A transaction that the container decides without a transaction manager: the same outbox, one append and one force.
 * Only containers begin one, so that no listener is told of its begin and end.
 *
 * <p>Jakarta Connectors section "Local Transaction Management Contract".
 */
final class OutboxTransaction implements LocalTransaction {
    private final Transactions transactions;
    private @Nullable Branch branch;

    OutboxTransaction(Transactions transactions) {
        this.transactions = transactions;
    }

    @Nullable
    synchronized Branch branch() {
        return branch;
    }

    @Override
    public synchronized void begin() throws ResourceException {
        if (branch != null) {
            throw new LocalTransactionException("a local transaction has begun on this connection and not ended");
        }
        try {
            branch = transactions.outbox().begin();
        } catch (SmppException e) {
            throw new LocalTransactionException(e.getMessage(), e);
        }
    }

    @Override
    public void commit() throws ResourceException {
        try {
            take().commit();
        } catch (SmppException e) {
            throw new LocalTransactionException(e.getMessage(), e);
        }
    }

    @Override
    public void rollback() throws ResourceException {
        take().rollback();
    }

    private synchronized Branch take() throws LocalTransactionException {
        Branch open = branch;
        if (open == null) {
            throw new LocalTransactionException("no local transaction has begun on this connection");
        }
        branch = null;
        return open;
    }

    /** Rolls back what the container left open. */
    synchronized void end() {
        if (branch != null) {
            branch.rollback();
            branch = null;
        }
    }
}
