package org.smppra.ra.outbound;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.smppra.SmppException;
import org.smppra.engine.SubmissionStore;
import org.smppra.outbox.Branch;

/** The mode OUTBOX: with the transaction in which the connection is enlisted; without one, on disk at once. */
record OutboxStoring(Transactions transactions, OutboxResource resource, OutboxTransaction local) implements Storing {
    @Override
    public SubmissionStore now() throws SmppException {
        TransactionSynchronizationRegistry registry = transactions.registry();
        int status = registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
        if (status == Status.STATUS_MARKED_ROLLBACK) {
            throw Storing.rollbackOnly();
        }
        Branch branch = resource.branch();
        if (branch == null) {
            branch = local.branch();
        }
        if (branch != null) {
            return branch::add;
        }
        if (status == Status.STATUS_ACTIVE) {
            // Stored at once, a rollback would not take it back: what nobody who chose this mode wants.
            throw Storing.refused(
                    "SMPP-NOT-ENLISTED",
                    "a transaction is active, and the server did not enlist this connection in it: does its pool say"
                            + " transaction-support XATransaction? Get the connection inside the transaction");
        }
        return transactions.outbox()::submit;
    }

    @Override
    public boolean durable() {
        return true;
    }
}
