package org.smppra.outbox;

import org.jspecify.annotations.Nullable;

/** Entries in a row; the links are in the entries, so that one leaves from anywhere, and each is in one list at most. */
final class EntryList {
    private @Nullable Entry first;
    private @Nullable Entry last;
    private int size;

    @Nullable
    Entry first() {
        return first;
    }

    int size() {
        return size;
    }

    void addLast(Entry entry) {
        insert(entry, last, null);
    }

    void addFirst(Entry entry) {
        insert(entry, null, first);
    }

    private void insert(Entry entry, @Nullable Entry before, @Nullable Entry after) {
        if (entry.list() != null) {
            throw new IllegalStateException("in a list already");
        }
        entry.link(this, before, after);
        if (before == null) {
            first = entry;
        } else {
            before.link(this, before.previous(), entry);
        }
        if (after == null) {
            last = entry;
        } else {
            after.link(this, entry, after.next());
        }
        size++;
    }

    boolean contains(Entry entry) {
        return entry.list() == this;
    }

    void remove(Entry entry) {
        Entry before = entry.previous();
        Entry after = entry.next();
        if (before == null) {
            first = after;
        } else {
            before.link(this, before.previous(), after);
        }
        if (after == null) {
            last = before;
        } else {
            after.link(this, before, after.next());
        }
        entry.link(null, null, null);
        size--;
    }

    @Nullable
    Entry poll() {
        Entry entry = first;
        if (entry != null) {
            remove(entry);
        }
        return entry;
    }
}
