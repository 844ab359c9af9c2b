package org.smppra.inbox;

import org.jspecify.annotations.Nullable;

/** What memory holds of one that is stored: there may be a million. Guarded by the lock of the {@link Ledger}. */
final class Entry {
    final long key;
    /** 0: it stands alone. Of two keys with one hash the messages only wait for each other. */
    final long order;

    final long receivedMillis;
    final int octets;
    int attempts;
    /** A listener may have committed it already. */
    boolean doubtful;

    long notBeforeMillis;

    @Nullable
    Entry older;

    @Nullable
    Entry younger;

    Entry(long key, KeepRecord record, int octets) {
        this.key = key;
        this.order = order(record.incoming().orderKey());
        this.receivedMillis = record.incoming().receivedAt().toEpochMilli();
        this.octets = octets;
        this.attempts = record.attempts();
    }

    private static long order(@Nullable String orderKey) {
        if (orderKey == null) {
            return 0;
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < orderKey.length(); i++) {
            hash = (hash ^ orderKey.charAt(i)) * 0x100000001B3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
