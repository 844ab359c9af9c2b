package org.smppra.outbox;

import java.util.List;
import org.smppra.OutboxFullException;
import org.smppra.SmppException;
import org.smppra.Submission;

/**
 * What one transaction adds. Nothing of it is sent, found or listed before the commit. Capacity and idempotency keys are
 * reserved when a message is added, so that everything that can fail for good fails while the application can still roll
 * back; both are free again after a rollback. Safe in any thread.
 */
public interface Branch {
    /**
     * Adds all or none.
     *
     * @return one submission a message, in order; one whose idempotency key is known with the same content is the first
     *     submission, marked as repeated, and is not added
     * @throws OutboxFullException if there is no room
     * @throws SmppException if an idempotency key is known with other content, or is reserved by an open transaction, or
     *     the branch takes nothing any more
     */
    List<Submission> add(List<OutboxMessage> messages) throws SmppException;

    /**
     * Decides for it without a transaction manager: one append, one force; then it is handed to who sends.
     *
     * @throws SmppException if it could not be stored; then it is rolled back
     */
    void commit() throws SmppException;

    /** Forgets it. A second call, or one after a commit, does nothing. */
    void rollback();
}
