package org.smppra.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of one kind is remembered, of all accounts together. Guarded by the lock of {@link Memory}. */
final class RecentBound {
    private static final int MOST_OF_A_PAGE = 512;

    private final int capacity;
    private final int maxAge;
    private final List<Recent> all = new ArrayList<>();
    private final List<Long> removed = new ArrayList<>();
    private long items;
    private long forgotten;
    private volatile int forgottenSeconds = Integer.MIN_VALUE;

    RecentBound(int capacity, Duration maxAge) {
        this.capacity = capacity;
        this.maxAge = (int) maxAge.toSeconds();
    }

    void add(Recent recent) {
        all.add(recent);
    }

    void remove(Recent recent) {
        all.remove(recent);
    }

    /** What is dropped as one must be little of the whole. */
    int pageItems() {
        return Math.max(1, Math.min(MOST_OF_A_PAGE, capacity / 64));
    }

    int maxAge() {
        return maxAge;
    }

    void added(int more) {
        items += more;
        while (items > capacity) {
            makeRoom(oldest());
        }
    }

    private @Nullable Recent oldest() {
        Recent oldest = null;
        int seconds = Integer.MAX_VALUE;
        for (Recent each : all) {
            Page page = each.oldest();
            if (page != null && (oldest == null || page.firstSeconds() < seconds)) {
                oldest = each;
                seconds = page.firstSeconds();
            }
        }
        return oldest;
    }

    void makeRoom(@Nullable Recent from) {
        if (from != null && from.oldest() != null) {
            Page page = drop(from);
            forgotten += page.items();
            forgottenSeconds = Math.max(forgottenSeconds, page.lastSeconds());
        }
    }

    private Page drop(Recent from) {
        Page page = from.dropOldest();
        items -= page.items();
        removed.addAll(page.drop());
        return page;
    }

    /** Drops what is older than is worth remembering. */
    void dropOld(int now) {
        for (Recent each : all) {
            each.endBefore(now - maxAge / 8);
            for (Page page = each.oldest();
                    page != null && page.ended() && page.lastSeconds() < now - maxAge;
                    page = each.oldest()) {
                drop(each);
            }
        }
    }

    /** The keys of what was dropped, once. */
    List<Long> takeRemoved() {
        List<Long> keys = new ArrayList<>(removed);
        removed.clear();
        return keys;
    }

    long forgotten() {
        return forgotten;
    }

    /** The time of the newest that had to be forgotten; in the lock or without. */
    int forgottenSeconds() {
        return forgottenSeconds;
    }
}
