package org.smppra.simulator;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.ToLongFunction;

/** The newest entries of a row that never ends; the count of all is exact. */
final class Newest<T> {
    private final int most;
    private final long heaviest;
    private final ToLongFunction<T> weigher;
    private final ArrayDeque<T> entries = new ArrayDeque<>();
    private long weight;
    private long count;

    Newest(int most, long heaviest, ToLongFunction<T> weigher) {
        this.most = most;
        this.heaviest = heaviest;
        this.weigher = weigher;
    }

    synchronized void add(T entry) {
        count++;
        entries.addLast(entry);
        weight += weigher.applyAsLong(entry);
        while (entries.size() > most || weight > heaviest) {
            weight -= weigher.applyAsLong(entries.removeFirst());
        }
    }

    /** Of all that were ever added. */
    synchronized long count() {
        return count;
    }

    /** A copy, the oldest first. */
    synchronized List<T> list() {
        return List.copyOf(entries);
    }
}
