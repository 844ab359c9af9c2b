package org.smppra.inbox;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.AccountKey;

/** What there is of one account. Guarded by the lock of the {@link Ledger}, but for its memory. */
final class Shelf {
    private final Set<AccountKey> keys = new HashSet<>();
    private final Line line = new Line();
    private final TreeMap<Long, DeadEntry> dead = new TreeMap<>();
    private final AccountMemory memory;
    private AccountKey key;
    private @Nullable JournalAccountInbox inbox;
    private final AtomicReference<@Nullable Runnable> whenSome = new AtomicReference<>();

    Shelf(AccountKey key, AccountMemory memory) {
        this.key = key;
        this.memory = memory;
        keys.add(key);
    }

    AccountKey key() {
        return key;
    }

    boolean is(AccountKey other) {
        return keys.contains(other) || keys.stream().anyMatch(other::isSame);
    }

    /** It is known by this name too. */
    void alias(AccountKey other) {
        keys.add(other);
    }

    /** It has this name from now on. */
    void rename(AccountKey now) {
        keys.add(now);
        key = now;
    }

    Line line() {
        return line;
    }

    /** Dead letters by their keys. */
    TreeMap<Long, DeadEntry> dead() {
        return dead;
    }

    AccountMemory memory() {
        return memory;
    }

    @Nullable
    JournalAccountInbox inbox() {
        return inbox;
    }

    void inbox(JournalAccountInbox attended) {
        inbox = attended;
    }

    /** Of one that nobody asked for. */
    void absorb(Shelf other) {
        keys.addAll(other.keys);
        line.addAll(other.line.all());
        dead.putAll(other.dead);
    }

    void whenSome(Runnable told) {
        whenSome.set(told);
    }

    /** Unless somebody else is told by now. */
    void notWhenSome(Runnable told) {
        whenSome.compareAndSet(told, null);
    }

    /** Not in a lock. */
    void tellSome() {
        Runnable told = whenSome.get();
        if (told != null) {
            told.run();
        }
    }
}
