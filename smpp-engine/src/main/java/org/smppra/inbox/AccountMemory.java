package org.smppra.inbox;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.AccountKey;

/** What is remembered of one account. */
final class AccountMemory {
    private static final byte[] NOTHING = new byte[0];

    private final Memory memory;
    private final Map<MemoryKind, Recent> recents = new EnumMap<>(MemoryKind.class);
    private AccountKey key;

    AccountMemory(Memory memory, AccountKey key) {
        this.memory = memory;
        this.key = key;
        for (MemoryKind kind : MemoryKind.values()) {
            recents.put(kind, new Recent(memory.bound(kind)));
        }
    }

    /** In the lock of the memory. */
    AccountKey key() {
        return key;
    }

    void rename(AccountKey now) {
        memory.lock().lock();
        try {
            key = now;
        } finally {
            memory.lock().unlock();
        }
    }

    /** In the lock of the memory. */
    Recent recent(MemoryKind kind) {
        Recent recent = recents.get(kind);
        if (recent == null) {
            throw new IllegalStateException("Nothing of " + kind);
        }
        return recent;
    }

    void restore(MemoryKind kind, List<Page> pages) {
        memory.lock().lock();
        try {
            recent(kind).addAll(pages);
        } finally {
            memory.lock().unlock();
        }
    }

    private void add(MemoryKind kind, String name, byte[] value) {
        int now = memory.nowSeconds();
        memory.lock().lock();
        try {
            add(kind, name, value, now);
        } finally {
            memory.lock().unlock();
        }
    }

    /** In the lock of the memory. */
    private void add(MemoryKind kind, String name, byte[] value, int now) {
        if (!Page.hasRoom(name, value)) {
            memory.unkept();
            return;
        }
        Recent recent = recent(kind);
        if (kind == MemoryKind.SENT
                || recent.find(name, now - memory.bound(kind).maxAge() / 2) == null) {
            recent.add(now, name, value);
        }
    }

    private byte @Nullable [] find(MemoryKind kind, String name) {
        int now = memory.nowSeconds();
        memory.lock().lock();
        try {
            return recent(kind).find(name, now - memory.bound(kind).maxAge());
        } finally {
            memory.lock().unlock();
        }
    }

    void committed(String deduplicationKey) {
        add(MemoryKind.RECEIPT, deduplicationKey, NOTHING);
    }

    boolean isCommitted(String deduplicationKey) {
        return find(MemoryKind.RECEIPT, deduplicationKey) != null;
    }

    boolean mayHaveForgotten(Instant now) {
        return now.isBefore(memory.forgottenUntil());
    }

    void ended(String messageId) {
        add(MemoryKind.FINAL, messageId, NOTHING);
    }

    boolean isEnded(String messageId) {
        return find(MemoryKind.FINAL, messageId) != null;
    }

    void sent(String messageId, SentAs as) {
        add(MemoryKind.SENT, messageId, SentValue.encoded(as));
    }

    @Nullable
    SentAs sentAs(List<String> messageIds) {
        for (String messageId : messageIds) {
            byte[] value = find(MemoryKind.SENT, messageId);
            if (value != null) {
                return SentValue.decoded(value);
            }
        }
        return null;
    }
}
