package org.smppra.it.receipts.application;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Ends the JVM as a crash would, when the transaction is committed and before anybody is told. */
final class DyingAfterCommit implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            Runtime.getRuntime().halt(1);
        }
    }
}
