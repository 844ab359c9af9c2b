package org.smppra.outbox;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Entries of one priority that may leave: the oldest first, also if it was in a hand before. */
final class Lane {
    private final EntryList fresh = new EntryList();
    /** Few, and older than most of the others. */
    private final TreeSet<Entry> again = new TreeSet<>(Comparator.comparingLong(Entry::key));

    void add(Entry entry) {
        fresh.addLast(entry);
    }

    void addAgain(Entry entry) {
        again.add(entry);
    }

    boolean isEmpty() {
        return fresh.size() == 0 && again.isEmpty();
    }

    void remove(Entry entry) {
        if (fresh.contains(entry)) {
            fresh.remove(entry);
        } else {
            again.remove(entry);
        }
    }

    @Nullable
    Entry poll() {
        Entry first = fresh.first();
        if (!again.isEmpty() && (first == null || again.first().key() < first.key())) {
            return again.pollFirst();
        }
        return fresh.poll();
    }
}
