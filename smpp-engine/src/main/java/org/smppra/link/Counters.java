package org.smppra.link;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts events by kind; the counts only ever grow. */
public final class Counters<E extends Enum<E>> {
    private final E[] kinds;
    private final AtomicLongArray counts;

    public Counters(Class<E> type) {
        this.kinds = type.getEnumConstants();
        this.counts = new AtomicLongArray(kinds.length);
    }

    public void count(E kind) {
        counts.getAndIncrement(kind.ordinal());
    }

    public long of(E kind) {
        return counts.get(kind.ordinal());
    }

    /** Adds all counts of now to the sums. */
    public void addTo(Map<E, Long> sums) {
        for (E kind : kinds) {
            sums.merge(kind, of(kind), Long::sum);
        }
    }

    public Map<E, Long> snapshot(Class<E> type) {
        Map<E, Long> all = new EnumMap<>(type);
        addTo(all);
        return all;
    }
}
