package org.smppra.journal;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A part of the {@link Index}: a hash table with open addressing in three arrays, 20 octets a slot, no object an entry.
 * Keys are above zero, so that a key of zero is a free slot.
 */
final class IndexShard {
    private static final int SMALLEST = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private long[] keys = new long[SMALLEST];
    private long[] places = new long[SMALLEST];
    private int[] octets = new int[SMALLEST];
    private int size;

    @Nullable
    Live get(long key, long hash) {
        lock.lock();
        try {
            int slot = slot(key, hash);
            return keys[slot] == key ? new Live(places[slot], octets[slot]) : null;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Live put(long key, long hash, long place, int length) {
        lock.lock();
        try {
            int slot = slot(key, hash);
            Live old = null;
            if (keys[slot] == key) {
                old = new Live(places[slot], octets[slot]);
            } else if (++size > keys.length / 4 * 3) {
                resize(keys.length * 2);
                slot = slot(key, hash);
            }
            set(slot, key, place, length);
            return old;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Live remove(long key, long hash) {
        lock.lock();
        try {
            int slot = slot(key, hash);
            if (keys[slot] != key) {
                return null;
            }
            Live old = new Live(places[slot], octets[slot]);
            free(slot);
            if (--size < keys.length / 8 && keys.length > SMALLEST) {
                resize(keys.length / 2);
            }
            return old;
        } finally {
            lock.unlock();
        }
    }

    /** All keys whose entries stand in this segment. */
    long[] keysIn(long segment) {
        lock.lock();
        try {
            long[] found = new long[size];
            int count = 0;
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0 && Place.segment(places[i]) == segment) {
                    found[count++] = keys[i];
                }
            }
            return java.util.Arrays.copyOf(found, count);
        } finally {
            lock.unlock();
        }
    }

    /** The slot of the key, or the free one where it belongs. */
    private int slot(long key, long hash) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void set(int slot, long key, long place, int length) {
        keys[slot] = key;
        places[slot] = place;
        octets[slot] = length;
    }

    /** Moves back what had been pushed beyond the slot, so that no search ends at it too early. */
    private void free(int slot) {
        int mask = keys.length - 1;
        int hole = slot;
        for (int i = slot + 1 & mask; keys[i] != 0; i = i + 1 & mask) {
            int home = (int) Index.hash(keys[i]) & mask;
            if ((i - home & mask) >= (i - hole & mask)) {
                set(hole, keys[i], places[i], octets[i]);
                hole = i;
            }
        }
        keys[hole] = 0;
    }

    private void resize(int slots) {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        int[] oldOctets = octets;
        keys = new long[slots];
        places = new long[slots];
        octets = new int[slots];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                set(slot(oldKeys[i], Index.hash(oldKeys[i])), oldKeys[i], oldPlaces[i], oldOctets[i]);
            }
        }
    }
}
