package org.smppra.ra.outbound;

import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** What {@code submit} means to a transaction. */
enum SubmitMode {
    /** Sent at once; the caller waits for the answer, a rollback cannot take it back. */
    DIRECT,
    /** Sent after the commit, from memory. */
    ON_COMMIT,
    /** Stored with the transaction, sent after the commit. */
    OUTBOX;

    /** What the container is told: only an outbox can be prepared. */
    TransactionSupportLevel level() {
        return this == OUTBOX ? TransactionSupportLevel.XATransaction : TransactionSupportLevel.NoTransaction;
    }
}
