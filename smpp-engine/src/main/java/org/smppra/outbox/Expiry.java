package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what waited too long, a slice of all at a time, so that nobody waits for a million; not at all while nothing can
 * be too old. Guarded by the lock of the ledger.
 */
final class Expiry {
    private static final int SLICE = 10_000;

    private final TreeMap<SubmissionKey, Entry> entries;
    private @Nullable SubmissionKey last;
    private long earliest = Long.MAX_VALUE;
    private long earliestOfPass = Long.MAX_VALUE;

    Expiry(TreeMap<SubmissionKey, Entry> entries) {
        this.entries = entries;
    }

    /** It waits from now on. */
    void added(Entry entry) {
        earliest = Math.min(earliest, entry.expiresAt());
        earliestOfPass = Math.min(earliestOfPass, entry.expiresAt());
    }

    /** Some that wait, and are too old; those of the next slice. */
    List<Entry> find(int most, long now) {
        if (now < earliest) {
            return List.of();
        }
        List<Entry> found = new ArrayList<>();
        int seen = 0;
        for (Entry entry : (last == null ? entries : entries.tailMap(last, false)).values()) {
            if (entry.state().waits() && entry.expiresAt() <= now) {
                found.add(entry);
            } else if (entry.state().waits() || entry.state() == Entry.State.IN_HAND) {
                earliestOfPass = Math.min(earliestOfPass, entry.expiresAt());
            }
            last = entry;
            seen++;
            if (seen == SLICE || found.size() == most) {
                return found;
            }
        }
        last = null;
        earliest = earliestOfPass;
        earliestOfPass = Long.MAX_VALUE;
        return found;
    }
}
