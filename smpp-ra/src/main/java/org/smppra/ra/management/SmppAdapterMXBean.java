package org.smppra.ra.management;

import java.util.List;
import java.util.Map;
import org.smppra.inbox.InboxCounter;

/**
 * A running adapter in JMX. Operations throw IllegalStateException, with the reason, if no such account runs, or the
 * outbox is not open.
 */
public interface SmppAdapterMXBean {
    /** Whether submissions can be stored, and branches decided. */
    boolean isOutboxOpen();

    /** All that run. */
    List<AccountView> getAccounts();

    /** What was counted in the inbox since it was opened, of all accounts, by the names of {@link InboxCounter}. */
    Map<String, Long> getInboxCounters();

    /** Prepared transactions that wait for their transaction manager, or were decided here and are not forgotten. */
    List<InDoubtView> getInDoubt();

    /**
     * Decides instead of the transaction manager, whose other resources may decide otherwise.
     *
     * @return false if it is not in doubt any more
     */
    boolean commitInDoubt(String id);

    boolean rollbackInDoubt(String id);

    /** What waits for an operator: up to {@code limit} behind {@code afterId}. */
    List<StoredView> held(String account, String afterId, int limit);

    /** Sends what is held; it may have been sent before. @return false if it is not held any more */
    boolean sendHeld(String account, String id);

    /** @return false if it is not held any more */
    boolean cancelHeld(String account, String id);

    /** Received messages and receipts that no listener could take: up to {@code limit} behind {@code afterId}. */
    List<StoredView> deadLetters(String account, String afterId, int limit);

    /** Gives a dead letter to a listener again. @return false if it is none any more */
    boolean deliverDeadLetter(String account, String id);

    /** Drops a dead letter for good. @return false if it is none any more */
    boolean discardDeadLetter(String account, String id);

    /** @param direction OUTBOUND or INBOUND; survives a restart */
    void pause(String account, String direction);

    void resume(String account, String direction);

    /** Unbinds from one host when what is under way is finished, until {@link #resumeHost}. */
    void drainHost(String account, String host);

    /** Connects to a host again, at once. */
    void resumeHost(String account, String host);
}
