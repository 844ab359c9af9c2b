package org.smppra.ra.outbound;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.engine.SubmissionStore;

/** The mode DIRECT: sends at once, whatever becomes of a transaction. */
record DirectStoring(Transactions transactions, DirectInTransaction inTransaction, AtomicBoolean said)
        implements Storing {
    private static final Logger LOG = System.getLogger(DirectStoring.class.getName());
    private static final String WHY =
            "submit in the mode DIRECT inside a transaction: a rollback does not take the message back, and what repeats"
                    + " the transaction sends it again. Use submitMode OUTBOX, or submitNow outside of it";

    @Override
    public @Nullable SubmissionStore now() throws SmppException {
        if (inTransaction != DirectInTransaction.ALLOW && isInTransaction()) {
            if (inTransaction == DirectInTransaction.REJECT) {
                throw Storing.refused("SMPP-IN-TRANSACTION", WHY + "; or directInTransaction ALLOW or WARN");
            }
            if (said.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "SMPP-331 {0}; said once", WHY);
            }
        }
        return null;
    }

    private boolean isInTransaction() {
        TransactionSynchronizationRegistry registry = transactions.registry();
        int status = registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean durable() {
        return false;
    }
}
