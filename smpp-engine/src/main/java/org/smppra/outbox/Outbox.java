package org.smppra.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smppra.Direction;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;

/**
 * Submissions from the moment a transaction adds them until they are settled and somebody knows it. One for an adapter,
 * in a directory of its own. Safe in any thread.
 */
public interface Outbox extends AutoCloseable {
    /** Takes them outside a transaction: all or none, on disk when it returns. */
    List<Submission> submit(List<OutboxMessage> messages) throws SmppException;

    /** A transaction without a transaction manager: a LocalTransaction, or one that a Synchronization decides. */
    Branch begin();

    XaBranches xa();

    /** The part of one account: the same for all keys that are the same account. */
    AccountOutbox account(AccountKey key);

    /** Accounts that have something waiting and no dispatcher. */
    List<AccountKey> unattended();

    /** What is known of a submission: it waits, or its result as long as that is kept. Empty before its commit. */
    Optional<Submission> find(AccountKey account, String submissionId);

    /**
     * Up to {@code limit} of them behind {@code afterId}, by id.
     *
     * @param store WAITING or HELD
     */
    List<Stored> list(AccountKey account, Store store, String afterId, int limit);

    /** @return false if it is not held, and cannot be cancelled while it waits */
    boolean settle(AccountKey account, String id, Settle how);

    /**
     * OUTBOUND: stops handing out messages of this account. INBOUND: only remembered here, for who delivers. Both survive
     * a restart.
     *
     * @throws IllegalStateException if it could not be stored: it is so now, but will not survive a restart
     */
    void pause(AccountKey account, Direction direction);

    void resume(AccountKey account, Direction direction);

    boolean isPaused(AccountKey account, Direction direction);

    /** Refuses new submissions of this account until {@link #undrain}. Does not survive a restart. */
    void drain(AccountKey account);

    void undrain(AccountKey account);

    /** What was counted since it was opened. */
    Map<OutboxCounter, Long> counters();

    /** Messages that take room: all that are not settled, those of open and prepared transactions too. */
    long messages();

    /** Octets of their parts. */
    long octets();

    /** Writes what is not written yet; everything else stays for the next start. */
    @Override
    void close();
}
