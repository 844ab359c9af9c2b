package org.smppra.inbox;

import java.nio.ByteBuffer;
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
            memory.unkept(kind);
            return;
        }
        Recent recent = recent(kind);
        boolean once = kind == MemoryKind.RECEIPT || kind == MemoryKind.FINAL;
        if (!once || recent.find(name, now - memory.bound(kind).maxAge() / 2) == null) {
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

    void doubt() {
        memory.doubt();
    }

    /** Listeners refused it. @return since when they do */
    Instant refused(String deduplicationKey, Instant at) {
        int now = (int) at.getEpochSecond();
        memory.lock().lock();
        try {
            byte[] since = refusedSince(deduplicationKey, now);
            if (since != null) {
                return Instant.ofEpochSecond(ByteBuffer.wrap(since).getInt());
            }
            byte[] from = ByteBuffer.allocate(Integer.BYTES).putInt(now).array();
            add(MemoryKind.REFUSED, deduplicationKey, from, now);
            return at;
        } finally {
            memory.lock().unlock();
        }
    }

    /** In the lock of the memory. */
    private byte @Nullable [] refusedSince(String deduplicationKey, int now) {
        byte[] since = recent(MemoryKind.REFUSED)
                .find(deduplicationKey, now - memory.bound(MemoryKind.REFUSED).maxAge());
        return since == null || since.length == 0 ? null : since;
    }

    /** If it is refused again, that begins anew. */
    void noLongerRefused(String deduplicationKey) {
        int now = memory.nowSeconds();
        memory.lock().lock();
        try {
            if (refusedSince(deduplicationKey, now) != null) {
                add(MemoryKind.REFUSED, deduplicationKey, NOTHING, now);
            }
        } finally {
            memory.lock().unlock();
        }
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
