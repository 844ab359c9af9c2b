package org.smppra.inbox;

import java.util.function.IntPredicate;

/** From the hash of a key to its place, in 16 octets a key or a few more. Guarded by the lock of {@link Memory}. */
final class PlaceTable {
    /** Hash in the upper half, place in the lower; 0: none, for no place is 0. */
    private long[] slots = new long[64];

    private int size;

    private int home(long slot) {
        return (int) (slot >>> 32) & slots.length - 1;
    }

    private static long slot(int hash, int place) {
        return (long) hash << 32 | place & 0xFFFF_FFFFL;
    }

    private int next(int i) {
        return i + 1 & slots.length - 1;
    }

    /** @return the place of this hash that the predicate says is right; 0: none */
    int find(int hash, IntPredicate is) {
        for (int i = home(slot(hash, 0)); slots[i] != 0; i = next(i)) {
            if ((int) (slots[i] >>> 32) == hash && is.test((int) slots[i])) {
                return (int) slots[i];
            }
        }
        return 0;
    }

    /** @param place not 0, and not there yet */
    void add(int hash, int place) {
        if (size >= slots.length / 8 * 5) {
            long[] old = slots;
            slots = new long[2 * old.length];
            for (long slot : old) {
                if (slot != 0) {
                    insert(slot);
                }
            }
        }
        insert(slot(hash, place));
        size++;
    }

    private void insert(long slot) {
        int i = home(slot);
        while (slots[i] != 0) {
            i = next(i);
        }
        slots[i] = slot;
    }

    /** Does nothing if it is not there. */
    void remove(int hash, int place) {
        long slot = slot(hash, place);
        int gap = home(slot);
        while (slots[gap] != slot) {
            if (slots[gap] == 0) {
                return;
            }
            gap = next(gap);
        }
        size--;
        for (int i = next(gap); slots[i] != 0; i = next(i)) { // whoever cannot be found over the gap moves into it
            int home = home(slots[i]);
            boolean between = gap <= i ? gap < home && home <= i : gap < home || home <= i;
            if (!between) {
                slots[gap] = slots[i];
                gap = i;
            }
        }
        slots[gap] = 0;
    }
}
