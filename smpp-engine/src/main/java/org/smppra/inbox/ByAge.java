package org.smppra.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is stored of an account, in a chain from the oldest to the youngest. */
final class ByAge {
    private @Nullable Entry oldest;
    private @Nullable Entry youngest;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Entry oldest() {
        return oldest;
    }

    void add(Entry entry) {
        Entry before = youngest;
        if (oldest != null && entry.key < oldest.key) {
            before = null; // a dead letter is delivered again
        }
        while (before != null && before.key > entry.key) {
            before = before.older;
        }
        Entry after = before == null ? oldest : before.younger;
        entry.older = before;
        entry.younger = after;
        if (before == null) {
            oldest = entry;
        } else {
            before.younger = entry;
        }
        if (after == null) {
            youngest = entry;
        } else {
            after.older = entry;
        }
        size++;
    }

    void remove(Entry entry) {
        if (entry.older == null) {
            oldest = entry.younger;
        } else {
            entry.older.younger = entry.younger;
        }
        if (entry.younger == null) {
            youngest = entry.older;
        } else {
            entry.younger.older = entry.older;
        }
        entry.older = null;
        entry.younger = null;
        size--;
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>(size);
        for (Entry each = oldest; each != null; each = each.younger) {
            all.add(each);
        }
        return all;
    }

    /** Adds all of them at once. */
    void addAll(List<Entry> more) {
        List<Entry> all = all();
        all.addAll(more);
        all.sort(Comparator.comparingLong(e -> e.key));
        oldest = null;
        youngest = null;
        size = 0;
        all.forEach(this::add);
    }
}
