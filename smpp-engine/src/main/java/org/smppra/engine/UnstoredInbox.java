package org.smppra.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Incoming;
import org.smppra.inbox.KeepCallback;
import org.smppra.inbox.Kept;
import org.smppra.inbox.SentAs;

/** What is remembered while the process lives: the newest of each kind. Nothing is stored. */
final class UnstoredInbox implements AccountInbox {
    private static final int MOST = 100_000;
    private static final String WHY = "there is no inbox on disk";

    private final Set<String> committed = newest();
    private final Set<String> ended = newest();
    private final Map<String, SentAs> sent = Collections.synchronizedMap(new Newest<>());

    private static Set<String> newest() {
        return Collections.synchronizedSet(Collections.newSetFromMap(new Newest<>()));
    }

    private static final class Newest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public void store(Incoming incoming, KeepCallback told) {
        told.done(WHY);
    }

    @Override
    public List<Kept> take(int most) {
        return List.of();
    }

    @Override
    public void onWaiting(@Nullable Runnable whenSome) {}

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
        told.done(WHY);
    }

    @Override
    public void bury(Kept kept, int attempts, String reason) {}

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
        committed.add(deduplicationKey);
    }

    @Override
    public boolean isCommitted(String deduplicationKey) {
        return committed.contains(deduplicationKey);
    }

    @Override
    public boolean mayHaveForgotten(Instant now) {
        return false;
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
        sent.remove(messageId);
        sent.put(messageId, as);
    }

    @Override
    public @Nullable SentAs sentAs(List<String> messageIds) {
        for (String id : messageIds) {
            SentAs known = sent.get(id);
            if (known != null) {
                return known;
            }
        }
        return null;
    }
}
