package org.smppra.ra.outbound;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.engine.SubmissionStore;
import org.smppra.outbox.Branch;

/**
 * The mode ON_COMMIT: in memory until the transaction committed; without a transaction it is sent at once. The branch
 * belongs to the transaction, not to a connection, which a container may take back before the transaction ends.
 */
record CommitStoring(Transactions transactions) implements Storing {
    @Override
    public @Nullable SubmissionStore now() throws SmppException {
        TransactionSynchronizationRegistry registry = transactions.registry();
        if (registry == null) {
            throw Storing.refused(
                    "SMPP-NO-TRANSACTIONS",
                    "submitMode ON_COMMIT: the server gives no TransactionSynchronizationRegistry; use OUTBOX");
        }
        return switch (registry.getTransactionStatus()) {
            case Status.STATUS_ACTIVE -> branch(registry)::add;
            case Status.STATUS_MARKED_ROLLBACK -> throw Storing.rollbackOnly();
            default -> null;
        };
    }

    /** One a transaction; the registry forgets it with the transaction. */
    private Branch branch(TransactionSynchronizationRegistry registry) throws SmppException {
        if (registry.getResource(transactions) instanceof Branch open) {
            return open;
        }
        Branch branch = transactions.outbox().begin();
        registry.registerInterposedSynchronization(new BranchSynchronization(branch));
        registry.putResource(transactions, branch);
        return branch;
    }

    @Override
    public boolean durable() {
        return false;
    }
}
