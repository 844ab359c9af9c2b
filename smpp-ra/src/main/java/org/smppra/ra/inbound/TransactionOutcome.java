package org.smppra.ra.inbound;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Whether the transaction of one delivery committed. The return of afterDelivery proves nothing: some servers roll back
 * silently, some swallow a failed commit. Only afterCompletion tells, and what it never told counts as not committed.
 */
final class TransactionOutcome implements Synchronization {
    private volatile boolean committed;

    private TransactionOutcome() {}

    /**
     * To be called between beforeDelivery and the listener; null where the delivery has no transaction.
     *
     * @throws IllegalStateException if there is one that can only roll back
     */
    static @Nullable TransactionOutcome observe(@Nullable TransactionSynchronizationRegistry registry) {
        int status = registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
        if (registry == null || status == Status.STATUS_NO_TRANSACTION) {
            return null;
        }
        if (status != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("the transaction cannot commit, its status is " + status);
        }
        TransactionOutcome outcome = new TransactionOutcome();
        registry.registerInterposedSynchronization(outcome);
        return outcome;
    }

    boolean committed() {
        return committed;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        committed = status == Status.STATUS_COMMITTED;
    }
}
