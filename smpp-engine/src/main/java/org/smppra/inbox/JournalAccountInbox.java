package org.smppra.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;

/** What was received of one account, in a journal. */
final class JournalAccountInbox implements AccountInbox {
    private final Ledger ledger;
    private final Shelf shelf;
    private final Keeping keeping;
    private final Burying burying;

    JournalAccountInbox(Ledger ledger, Shelf shelf) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.keeping = new Keeping(ledger, shelf);
        this.burying = new Burying(ledger, shelf, keeping);
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public void store(Incoming incoming, KeepCallback told) {
        keeping.store(incoming, told);
    }

    @Override
    public List<Kept> take(int most) {
        return keeping.take(most);
    }

    @Override
    public void onWaiting(Runnable whenSome) {
        shelf.whenSome(whenSome);
        if (waiting() > 0) {
            shelf.tellSome();
        }
    }

    @Override
    public void notOnWaiting(Runnable whenSome) {
        shelf.notWhenSome(whenSome);
    }

    @Override
    public void setAside(Kept kept, Set<?> takers) {
        keeping.setAside(kept, takers);
    }

    @Override
    public boolean recall(Predicate<Set<?>> meant, int most) {
        return ledger.in(() -> shelf.line().recall(meant, most));
    }

    @Override
    public void delivered(Kept kept) {
        keeping.delivered(kept);
    }

    @Override
    public void returned(Kept kept, int attempts, Instant notBefore) {
        keeping.returned(kept, attempts, notBefore);
    }

    @Override
    public long waiting() {
        return ledger.in(() -> shelf.line().waiting());
    }

    @Override
    public @Nullable Instant oldestWaitingAt() {
        return ledger.<@Nullable Instant>in(() -> {
            Entry oldest = shelf.line().oldestWaiting();
            return oldest == null ? null : Instant.ofEpochMilli(oldest.receivedMillis);
        });
    }

    @Override
    public void bury(Incoming incoming, int attempts, String reason, KeepCallback told) {
        burying.bury(incoming, attempts, reason, told);
    }

    @Override
    public boolean bury(Kept kept, int attempts, String reason) {
        return burying.bury(kept, attempts, reason);
    }

    @Override
    public List<Stored> deadLetters(String afterId, int limit) {
        return burying.list(afterId, limit);
    }

    @Override
    public boolean deliverAgain(String id) {
        return burying.deliverAgain(id);
    }

    @Override
    public boolean discard(String id) {
        return burying.discard(id);
    }

    @Override
    public long deadLetterCount() {
        return ledger.in(() -> shelf.dead().size());
    }

    @Override
    public void committed(String deduplicationKey) {
        shelf.memory().committed(deduplicationKey);
    }

    @Override
    public boolean isCommitted(String deduplicationKey) {
        return shelf.memory().isCommitted(deduplicationKey);
    }

    @Override
    public boolean mayHaveForgotten(Instant now) {
        return shelf.memory().mayHaveForgotten(now);
    }

    @Override
    public void ended(String messageId) {
        shelf.memory().ended(messageId);
    }

    @Override
    public boolean isEnded(String messageId) {
        return shelf.memory().isEnded(messageId);
    }

    @Override
    public void sent(String messageId, SentAs as) {
        shelf.memory().sent(messageId, as);
    }

    @Override
    public @Nullable SentAs sentAs(List<String> messageIds) {
        return shelf.memory().sentAs(messageIds);
    }

    @Override
    public void leftAtWork() {
        shelf.memory().doubt();
    }

    @Override
    public Instant refused(String deduplicationKey, Instant at) {
        return shelf.memory().refused(deduplicationKey, at);
    }

    @Override
    public void noLongerRefused(String deduplicationKey) {
        shelf.memory().noLongerRefused(deduplicationKey);
    }
}
