package org.smppra.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the receipts and ids of one account: in memory until the inbox on disk is open, if there is one,
 * then there; what was heard before is not forgotten by that. Safe in any thread.
 */
public final class ReceiptMemory {
    private final AccountInbox early;
    private volatile AccountInbox inbox;

    /** @param early one that is there from the beginning */
    public ReceiptMemory(AccountInbox early) {
        this.early = early;
        this.inbox = early;
    }

    /** From now on it is remembered there. */
    public void open(AccountInbox durable) {
        inbox = durable;
    }

    /** A listener committed the receipt of this deduplication key. */
    public void committed(String deduplicationKey) {
        inbox.committed(deduplicationKey);
    }

    public boolean isCommitted(String deduplicationKey) {
        AccountInbox now = inbox;
        return now.isCommitted(deduplicationKey) || now != early && early.isCommitted(deduplicationKey);
    }

    public boolean mayHaveForgotten(Instant now) {
        return inbox.mayHaveForgotten(now);
    }

    /** A final receipt of this message was committed; {@code messageId} as in the receipt. */
    public void ended(String messageId) {
        inbox.ended(messageId);
    }

    public boolean isEnded(String messageId) {
        AccountInbox now = inbox;
        return now.isEnded(messageId) || now != early && early.isEnded(messageId);
    }

    /** The SMSC took a part of a submission under this id. */
    public void sent(String messageId, SentAs as) {
        inbox.sent(NotedId.of(messageId), as);
    }

    /** What was sent under one of these ids; null: none is known. */
    public @Nullable SentAs sentAs(List<String> messageIds) {
        AccountInbox now = inbox;
        List<String> ids = messageIds.size() == 1
                ? List.of(NotedId.of(messageIds.get(0)))
                : messageIds.stream().map(NotedId::of).distinct().toList();
        SentAs known = now.sentAs(ids);
        return known != null || now == early ? known : early.sentAs(ids);
    }
}
