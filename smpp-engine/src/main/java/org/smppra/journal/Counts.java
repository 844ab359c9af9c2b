package org.smppra.journal;

import java.util.concurrent.atomic.LongAdder;

/** What is counted while a journal is open. */
final class Counts {
    private final LongAdder records = new LongAdder();
    private final LongAdder forces = new LongAdder();
    private final LongAdder copied = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder damaged = new LongAdder();

    void record() {
        records.increment();
    }

    void force() {
        forces.increment();
    }

    void copied(int entries) {
        copied.add(entries);
    }

    void dropped() {
        dropped.increment();
    }

    void damaged(int entries) {
        damaged.add(entries);
    }

    JournalFigures figures(int segments) {
        return new JournalFigures(records.sum(), forces.sum(), copied.sum(), dropped.sum(), segments, damaged.sum());
    }
}
