package org.smppra.it.transactions.application;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.xa.XAResource;

/** Resources besides the adapter and the database, which do harm on purpose. */
final class OtherResources {
    private static final long PAUSE = 20_000_000;

    private final TransactionManager transactions;
    private final Halt halt;
    private final HaltingBranches branches;

    OtherResources(TransactionManager transactions, Halt halt, HaltingBranches branches) {
        this.transactions = transactions;
        this.halt = halt;
        this.branches = branches;
    }

    /** Halts the JVM in its prepare or commit, as soon as this many transactions have come so far. */
    void enlistHalting(String point, int transactionsToCome) throws Exception {
        enlist(new HaltingResource(
                branches, HaltingResource.Point.valueOf(point), () -> halt.when(transactionsToCome)));
    }

    /** Votes for rollback. */
    void enlistRefusing() throws Exception {
        enlist(new RefusingResource());
    }

    private void enlist(XAResource resource) throws Exception {
        transactions.getTransaction().enlistResource(resource);
    }

    /** Returns when the transaction of this thread is out of time. */
    void awaitTimeout() throws Exception {
        while (transactions.getStatus() == Status.STATUS_ACTIVE) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
