package org.smppra.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Incoming;
import org.smppra.inbox.KeepCallback;
import org.smppra.inbox.Kept;
import org.smppra.inbox.SentAs;

/** An inbox that remembers what it is told, and stores nothing. */
final class Remembering implements AccountInbox {
    final List<String> committed = new ArrayList<>();
    final Set<String> ended = new HashSet<>();
    final Map<String, SentAs> sent = new HashMap<>();
    boolean mayHaveForgotten;

    @Override
    public void notOnWaiting(Runnable whenSome) {}

    @Override
    public void setAside(Kept kept, Set<?> takers) {}

    @Override
    public boolean recall(Predicate<Set<?>> meant, int most) {
        return false;
    }

    @Override
    public void committed(String deduplicationKey) {
        committed.add(deduplicationKey);
    }

    @Override
    public boolean isCommitted(String deduplicationKey) {
        return committed.contains(deduplicationKey);
    }

    @Override
    public boolean mayHaveForgotten(Instant now) {
        return mayHaveForgotten;
    }

    @Override
    public void ended(String messageId) {
        ended.add(messageId);
    }

    @Override
    public boolean isEnded(String messageId) {
        return ended.contains(messageId);
    }

    @Override
    public void sent(String messageId, SentAs as) {
        sent.put(messageId, as);
    }

    @Override
    public @Nullable SentAs sentAs(List<String> messageIds) {
        return messageIds.stream()
                .filter(sent::containsKey)
                .findFirst()
                .map(sent::get)
                .orElse(null);
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public void store(Incoming incoming, KeepCallback told) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Kept> take(int most) {
        return List.of();
    }

    @Override
    public void onWaiting(Runnable whenSome) {}

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
        throw new UnsupportedOperationException();
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
    public void leftAtWork() {
        mayHaveForgotten = true;
    }

    @Override
    public Instant refused(String deduplicationKey, Instant at) {
        return at;
    }

    @Override
    public void noLongerRefused(String deduplicationKey) {}
}
