package org.smppra.ra.outbound;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.smppra.SmppException;
import org.smppra.outbox.Branch;

/** Decides for a branch in memory as the transaction was decided. Neither throws nor blocks: it runs in the commit. */
record BranchSynchronization(Branch branch) implements Synchronization {
    private static final Logger LOG = System.getLogger(BranchSynchronization.class.getName());

    @Override
    public void beforeCompletion() {}

    /** What is not surely committed counts as rolled back. */
    @Override
    public void afterCompletion(int status) {
        try {
            if (status == Status.STATUS_COMMITTED) {
                branch.commit();
            } else {
                branch.rollback();
            }
        } catch (SmppException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-333 what a transaction submitted in the mode ON_COMMIT cannot be sent after its commit, and is"
                            + " lost",
                    e);
        }
    }
}
