package org.smppra.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;

/** What was heard of one account, in memory only. */
final class MemoryAccountInbox implements AccountInbox {
    private static final String NO_DISK =
            "acknowledge: needs outboxDirectory, for what is acknowledged before it is delivered must be on disk";

    private final AccountMemory memory;

    MemoryAccountInbox(AccountMemory memory) {
        this.memory = memory;
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public void store(Incoming incoming, KeepCallback told) {
        told.done(NO_DISK);
    }

    @Override
    public List<Kept> take(int most) {
        return List.of();
    }

    @Override
    public void onWaiting(Runnable whenSome) {}

    @Override
    public void notOnWaiting(Runnable whenSome) {}

    @Override
    public void setAside(Kept kept, Set<?> takers) {}

    @Override
    public boolean recall(Predicate<Set<?>> meant, int most) {
        return false;
    }

    @Override
    public void delivered(Kept kept) {}

    @Override
    public void returned(Kept kept, int attempts, Instant notBefore) {}

    @Override
    public long waiting() {
        return 0;
    }

    @Override
    public @Nullable Instant oldestWaitingAt() {
        return null;
    }

    @Override
    public void bury(Incoming incoming, int attempts, String reason, KeepCallback told) {
        told.done(NO_DISK);
    }

    @Override
    public boolean bury(Kept kept, int attempts, String reason) {
        return false;
    }

    @Override
    public List<Stored> deadLetters(String afterId, int limit) {
        return List.of();
    }

    @Override
    public boolean deliverAgain(String id) {
        return false;
    }

    @Override
    public boolean discard(String id) {
        return false;
    }

    @Override
    public long deadLetterCount() {
        return 0;
    }

    @Override
    public void committed(String deduplicationKey) {
        memory.committed(deduplicationKey);
    }

    @Override
    public boolean isCommitted(String deduplicationKey) {
        return memory.isCommitted(deduplicationKey);
    }

    @Override
    public boolean mayHaveForgotten(Instant now) {
        return memory.mayHaveForgotten(now);
    }

    @Override
    public void ended(String messageId) {
        memory.ended(messageId);
    }

    @Override
    public boolean isEnded(String messageId) {
        return memory.isEnded(messageId);
    }

    @Override
    public void sent(String messageId, SentAs as) {
        memory.sent(messageId, as);
    }

    @Override
    public @Nullable SentAs sentAs(List<String> messageIds) {
        return memory.sentAs(messageIds);
    }

    @Override
    public void leftAtWork() {
        memory.doubt();
    }

    @Override
    public Instant refused(String deduplicationKey, Instant at) {
        return memory.refused(deduplicationKey, at);
    }

    @Override
    public void noLongerRefused(String deduplicationKey) {
        memory.noLongerRefused(deduplicationKey);
    }
}
