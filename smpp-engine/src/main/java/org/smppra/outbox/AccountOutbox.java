package org.smppra.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.SubmitResult;
import org.smppra.message.MessageId;

/** What waits of one account. Safe in any thread; at most one dispatcher is attached at a time. */
public interface AccountOutbox {
    AccountKey key();

    /**
     * From now on this dispatcher sends; it is told whenever there may be something to take.
     *
     * @param whenWaiting must not block
     * @return false if another one is attached, which goes on; then this one takes over when the other detaches
     */
    boolean attach(Object dispatcher, Runnable whenWaiting);

    /** What it had in hand and did not settle waits again. */
    void detach(Object dispatcher);

    /**
     * The messages that are to leave next, and now in hand: by priority, in a lane the oldest first, and no lane starves;
     * none of an order key while one before it is not settled, and none before its time. Those past their validity come
     * out too: who sends settles them as expired. Nothing while the account is paused.
     */
    List<Waiting> take(int most, Instant now);

    /**
     * Those whose validity is over, or that are older than the outbox keeps them, and now in hand: whatever they wait
     * for, also while the account is paused or no host is there to send to. Asked about once a second.
     */
    List<Waiting> takeExpired(int most, Instant now);

    /** When the next one that waits for its time is due; null: none waits for a time. */
    @Nullable
    Instant nextDueAt();

    /**
     * These are about to be written. Forced to disk, together, for those whose policy is HOLD; only noted for others.
     *
     * @return those that may be written, in order: one that was settled since it was taken is left out, and needs nothing
     *     more
     * @throws SmppException if it could not be stored: write nothing
     */
    List<Waiting> writing(List<Waiting> messages) throws SmppException;

    /** The SMSC took one part. Stored without a force. */
    void accepted(Waiting message, int part, MessageId messageId);

    /** The end of it; its result is kept until a listener committed it, or its retention ends. Stored without a force. */
    void settle(Waiting message, SubmitResult result);

    /** It waits again, until this time at least. */
    void retry(Waiting message, Instant notBefore, boolean maybeSent, String reason);

    /** It waits for an operator. */
    void hold(Waiting message, String reason);

    /**
     * Something else says what became of it (a late answer, a receipt): settled wherever it is, and an unsent copy of it
     * never leaves.
     *
     * @return false if it is not known, or settled already
     */
    boolean settle(String submissionId, SubmitResult result);

    /**
     * What was written before without an answer and is not settled: it waits again, is in hand again, or is held.
     *
     * @return null if there is none such; asked for every receipt, so that it has to be quick
     */
    @Nullable
    Waiting unanswered(String submissionId);

    /** Results that no listener committed yet, the oldest first, now in hand of the caller. */
    List<SubmitResult> takeResults(int most);

    /** @param whenSome told whenever there may be results to take; must not block; null: nobody any more */
    void onResults(@Nullable Runnable whenSome);

    /** A listener committed it. */
    void resultDelivered(String submissionId);

    /** No listener took it: it is offered again later. */
    void resultReturned(String submissionId);

    /** Messages that wait or are in hand. */
    long waiting();

    /** Messages that wait for an operator. */
    long held();

    @Nullable
    Instant oldestWaitingAt();
}
