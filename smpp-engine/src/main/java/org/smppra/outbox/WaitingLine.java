package org.smppra.outbox;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to leave of one account, and in which order: lanes by priority, times of retries, order keys. */
final class WaitingLine {
    private static final Comparator<Entry> BY_TIME =
            Comparator.<Entry>comparingLong(Entry::at).thenComparingLong(Entry::key);

    /** Many may be due together, and nobody is to wait for all of them. */
    private static final int DUE_AT_ONCE = 100;

    private final Lanes lanes = new Lanes();
    private final OrderKeys orders = new OrderKeys();
    private final TreeSet<Entry> timed = new TreeSet<>(BY_TIME);
    private int size;

    /** Those that nobody has in hand. */
    int size() {
        return size;
    }

    /** A new one. */
    void add(Entry entry) {
        size++;
        if (orders.begin(entry)) {
            entry.state(Entry.State.READY);
            lanes.of(entry).add(entry);
        } else {
            entry.state(Entry.State.BEHIND);
        }
    }

    /** One that was in a hand, or was held; not before its time. */
    void addAgain(Entry entry, long dueAt, long now) {
        size++;
        entry.at(dueAt);
        if (!orders.begin(entry)) {
            entry.state(Entry.State.BEHIND);
        } else if (dueAt > now) {
            entry.state(Entry.State.TIMED);
            timed.add(entry);
        } else {
            ready(entry);
        }
    }

    private void ready(Entry entry) {
        entry.state(Entry.State.READY);
        lanes.of(entry).addAgain(entry);
    }

    /** The next one, now in hand; it keeps its turn among its order key until {@link #end}. */
    @Nullable
    Entry poll(long now) {
        for (int i = 0; i < DUE_AT_ONCE && !timed.isEmpty() && timed.first().at() <= now; i++) {
            ready(timed.pollFirst());
        }
        Entry entry = lanes.poll();
        if (entry != null) {
            size--;
            entry.state(Entry.State.IN_HAND);
        }
        return entry;
    }

    /** It waits no more; the caller says what it is now, and gives its turn to the next with {@link #end}. */
    void remove(Entry entry) {
        size--;
        if (entry.state() == Entry.State.READY) {
            lanes.of(entry).remove(entry);
        } else if (entry.state() == Entry.State.TIMED) {
            timed.remove(entry);
        }
    }

    /** It waits for an operator, and holds up those of its order key. */
    void hold(Entry entry) {
        entry.state(Entry.State.HELD);
        orders.begin(entry);
    }

    /** It is settled. @return whether another one may leave for that */
    boolean end(Entry entry) {
        Entry next = orders.end(entry);
        if (next == null || next.state() == Entry.State.HELD) {
            return false;
        }
        ready(next);
        return true;
    }

    /** When the next one that waits for its time is due; {@code Long.MAX_VALUE}: none. */
    long nextDueAt() {
        return timed.isEmpty() ? Long.MAX_VALUE : timed.first().at();
    }
}
