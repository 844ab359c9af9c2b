package org.smppra.ra.outbound;

import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.outbox.Outbox;

/** The adapter's outbox, which is the resource manager, and what the server tells of its transactions. */
public interface Transactions {
    /**
     * Waits until it is open, for a bounded time.
     *
     * @throws SmppException if there is none, or none in time: says why, and what to do
     */
    Outbox outbox() throws SmppException;

    /** Null while it is not open, or if there is none. */
    @Nullable
    Outbox openOutbox();

    /** Null where the server gives none. */
    @Nullable
    TransactionSynchronizationRegistry registry();

    RecoveryWatch recovery();
}
