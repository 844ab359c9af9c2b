package org.smppra.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;

/** What was received of one account. Safe in any thread. */
public interface AccountInbox {
    /** False: it is only in memory, {@link #store} and {@link #bury} always fail, and nothing outlives the process. */
    boolean isDurable();

    /** Forces it to disk, together with others; once that is told, it may be acknowledged. */
    void store(Incoming incoming, KeepCallback told);

    /**
     * Those that are to be delivered next, and now in hand: the oldest first, of one order key one at a time, none before
     * its time. Read from disk here: memory holds an index only. Nobody is told when the time of one has come that was
     * returned: who takes asks again about once a second.
     */
    List<Kept> take(int most);

    /** @param whenSome told whenever there may be something to take, instead of who was before; must not block */
    void onWaiting(Runnable whenSome);

    /** This one is told no more. */
    void notOnWaiting(Runnable whenSome);

    /**
     * A listener committed it. Stored without a force: it may come again after a crash, as a possible duplicate. May wait
     * for a slow disk, as {@link #returned} may; not for threads that read from sockets.
     */
    void delivered(Kept kept);

    /** No listener took it: it waits again, until this time at least, before all others of its order key. */
    void returned(Kept kept, int attempts, Instant notBefore);

    /**
     * Nobody can take it now: it is not given out before it is recalled, nor are the others of its order key. Only in
     * memory: after a restart it waits as all others.
     *
     * @param takers those who might take it later
     */
    void setAside(Kept kept, Set<?> takers);

    /**
     * What was set aside for takers that are meant waits as before.
     *
     * @param most of each set of takers, the oldest first
     * @return whether any of them is still set aside
     */
    boolean recall(Predicate<Set<?>> meant, int most);

    long waiting();

    @Nullable
    Instant oldestWaitingAt();

    /** Forces it to disk as a dead letter, if there is room; once that is told, it may be acknowledged. */
    void bury(Incoming incoming, int attempts, String reason, KeepCallback told);

    /**
     * One in hand becomes a dead letter.
     *
     * @return false: there is no room for another, and it waits again, for some minutes at least
     */
    boolean bury(Kept kept, int attempts, String reason);

    /** @param afterId the empty string for the first */
    List<Stored> deadLetters(String afterId, int limit);

    /** Lets a dead letter wait for a listener again. @return false if it is no longer there */
    boolean deliverAgain(String id);

    /** Drops a dead letter for good. @return false if it is no longer there */
    boolean discard(String id);

    long deadLetterCount();

    /** A listener committed the receipt of this deduplication key. Stored without a force. */
    void committed(String deduplicationKey);

    /** Whether a listener committed it, as far as is remembered. */
    boolean isCommitted(String deduplicationKey);

    /**
     * Whether what is not remembered may yet have been committed: for two days after an end that was not orderly or left
     * listeners at work, after a beginning without any memory, and after the commit of one that had to be forgotten.
     */
    boolean mayHaveForgotten(Instant now);

    /** A final receipt of this message was committed; {@code messageId} in the form that the receipts have. */
    void ended(String messageId);

    boolean isEnded(String messageId);

    /** The SMSC took a part of a submission under this id. Stored without a force. */
    void sent(String messageId, SentAs as);

    /** What was sent under one of these ids, the first that is known; null: none is. */
    @Nullable
    SentAs sentAs(List<String> messageIds);

    /** Listeners are at work on what is not stored here, and may commit it when nobody hears of that any more. */
    void leftAtWork();

    /** Listeners refused what has this deduplication key. @return since when they do, as far as is remembered */
    Instant refused(String deduplicationKey, Instant at);

    /** It was taken, or is a dead letter: if it is refused again, that begins anew. */
    void noLongerRefused(String deduplicationKey);
}
