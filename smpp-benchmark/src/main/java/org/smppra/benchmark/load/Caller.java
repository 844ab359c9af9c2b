package org.smppra.benchmark.load;

import org.HdrHistogram.Histogram;

/** Submits, or submits a batch, as soon as the last one was answered. */
final class Caller implements Work {
    private final Work submit;
    private final Tally tally;
    private final Histogram latencies;

    Caller(Work submit, Tally tally) {
        this.submit = submit;
        this.tally = tally;
        this.latencies = tally.latencies();
    }

    @Override
    public void run() throws Exception {
        long before = System.nanoTime();
        do {
            submit.run();
            long now = System.nanoTime();
            if (tally.isCounting()) {
                latencies.recordValue(now - before);
            }
            before = now;
        } while (!tally.isStopped());
    }
}
