package org.smppra.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Bodies that are likely to be asked for soon stay in memory, within a bound; those that are in memory only always do.
 */
final class Cache {
    private static final int OVERHEAD = 500;

    private final long limit;
    private long octets;

    Cache(long limit) {
        this.limit = limit;
    }

    void put(Entry entry, Object content) {
        take(entry);
        if (!entry.isDurable()) {
            entry.content(content);
        } else if (octets + size(entry) <= limit) {
            octets += size(entry);
            entry.content(content);
        }
    }

    /** What there is of it in memory, which is no more; null: it is on disk only. */
    @Nullable
    Object take(Entry entry) {
        Object content = entry.content();
        if (content != null && entry.isDurable()) {
            octets -= size(entry);
        }
        entry.content(null);
        return content;
    }

    private static long size(Entry entry) {
        return entry.octets() + OVERHEAD;
    }
}
