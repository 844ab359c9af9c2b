package org.smppra.benchmark.load;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Submits at a steady pace. What is late because the one before was late counts from when it was due. */
final class PacedCaller implements Work {
    private final Work submit;
    private final long period;
    private final Tally tally;
    private final Histogram latencies;

    PacedCaller(Work submit, long period, Tally tally) {
        this.submit = submit;
        this.period = period;
        this.tally = tally;
        this.latencies = tally.latencies();
    }

    @Override
    public void run() throws Exception {
        long due = System.nanoTime();
        do {
            long start = System.nanoTime() >= due ? due : park(due);
            submit.run();
            if (tally.isCounting()) {
                latencies.recordValue(System.nanoTime() - start);
            }
            due += period;
        } while (!tally.isStopped());
    }

    /** @return when it really ended: the timer's own lateness is not the client's */
    private static long park(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now;
    }
}
