package org.smppra.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** What came back in one cell, and whether it is to go on. */
public final class Tally {
    private static final long LONGEST = 600_000_000_000L;

    private final Predicate<String> ids;
    private final LongAdder answers = new LongAdder();
    private final LongAdder wrong = new LongAdder();
    private final LongAdder receipts = new LongAdder();
    private final List<Histogram> latencies = new ArrayList<>();
    private volatile boolean counting;
    private volatile boolean stopped;

    /** @param ids whether this is the id of an answer */
    public Tally(Predicate<String> ids) {
        this.ids = ids;
    }

    public void answered(String id) {
        answers.increment();
        if (!ids.test(id)) {
            wrong.increment();
        }
    }

    public void received() {
        receipts.increment();
    }

    public long answers() {
        return answers.sum();
    }

    public long receipts() {
        return receipts.sum();
    }

    /** Answers without a proper id. */
    public long wrong() {
        return wrong.sum();
    }

    /** For one thread, which records while {@link #isCounting}; two digits, as there may be hundreds of them. */
    Histogram latencies() {
        Histogram histogram = new Histogram(LONGEST, 2);
        synchronized (latencies) {
            latencies.add(histogram);
        }
        return histogram;
    }

    /** Of all threads, once they have ended. */
    Histogram merged() {
        Histogram all = new Histogram(LONGEST, 2);
        synchronized (latencies) {
            latencies.forEach(all::add);
        }
        return all;
    }

    boolean isCounting() {
        return counting;
    }

    boolean isStopped() {
        return stopped;
    }

    void count(boolean begin) {
        counting = begin;
    }

    void stop() {
        stopped = true;
    }
}
