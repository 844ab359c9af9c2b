package org.smppra.benchmark.load;

import org.HdrHistogram.Histogram;
import org.smppra.benchmark.client.AsyncClient;
import org.smppra.benchmark.client.AsyncClient.Submission;

/** Submits from one thread, as fast as the window lets it. Of one in so many the latency is taken. */
final class Producer implements Work {
    /** Prime, so that no place in a batch is preferred. */
    private static final int SAMPLED = 31;

    private static final long PATIENCE = 10_000_000_000L;

    private final AsyncClient client;
    private final int window;
    private final Tally tally;
    private final Histogram latencies;

    Producer(AsyncClient client, int window, Tally tally) {
        this.client = client;
        this.window = window;
        this.tally = tally;
        this.latencies = tally.latencies();
    }

    @Override
    public void run() throws Exception {
        Submission submission = client.prepare(tally::answered);
        long submitted = 0;
        do {
            submitted++;
            if (submitted % SAMPLED == 0) {
                sampled(System.nanoTime()).submit();
            } else {
                submission.submit();
            }
            if (submitted % window == 0) {
                client.flush();
            }
        } while (!tally.isStopped());
        client.flush();
        Wait.until(tally::answers, submitted, PATIENCE, "answers");
    }

    private Submission sampled(long start) {
        return client.prepare(id -> {
            tally.answered(id);
            if (tally.isCounting()) {
                long nanos = System.nanoTime() - start;
                synchronized (latencies) { // two hosts, two readers
                    latencies.recordValue(nanos);
                }
            }
        });
    }
}
