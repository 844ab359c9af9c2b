package org.smppra.outbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entry of an order key has its turn, and which wait behind it. A key is a number made of its text; two texts of one
 * number would only wait for each other.
 */
final class OrderKeys {
    /** In no order. */
    static final long NONE = 0;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private static final class Turn {
        private Entry holder;
        private @Nullable EntryList behind;

        Turn(Entry holder) {
            this.holder = holder;
        }
    }

    private final Map<Long, Turn> turns = new HashMap<>();

    static long numberOf(@Nullable String key) {
        if (key == null) {
            return NONE;
        }
        long hash = FNV_OFFSET;
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash == NONE ? 1 : hash;
    }

    /** @return whether it has the turn; else it waits behind the others until {@link #end} gives it out */
    boolean begin(Entry entry) {
        if (entry.orderKey() == NONE) {
            return true;
        }
        Turn turn = turns.putIfAbsent(entry.orderKey(), new Turn(entry));
        if (turn == null || turn.holder == entry) {
            return true;
        }
        if (turn.behind == null) {
            turn.behind = new EntryList();
        } else if (turn.behind.contains(entry)) {
            return false;
        }
        Entry first = turn.behind.first();
        if (first != null && entry.key() < first.key()) {
            turn.behind.addFirst(entry);
        } else {
            turn.behind.addLast(entry);
        }
        return false;
    }

    /** It is done, or taken out. @return whose turn it is now; null: nobody's, or nothing changed */
    @Nullable
    Entry end(Entry entry) {
        Turn turn = entry.orderKey() == NONE ? null : turns.get(entry.orderKey());
        if (turn == null) {
            return null;
        }
        if (turn.holder != entry) {
            if (turn.behind != null && turn.behind.contains(entry)) {
                turn.behind.remove(entry);
            }
            return null;
        }
        Entry next = turn.behind == null ? null : turn.behind.poll();
        if (next == null) {
            turns.remove(entry.orderKey());
        } else {
            turn.holder = next;
        }
        return next;
    }
}
