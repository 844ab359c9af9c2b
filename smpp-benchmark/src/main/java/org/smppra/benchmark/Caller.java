package org.smppra.benchmark;

import java.util.concurrent.Callable;
import java.util.concurrent.Phaser;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/** One thread that submits. It lives from before the first measurement until after the last, as its octets count. */
final class Caller implements Callable<Histogram> {
    private final Client client;
    private final int batch;
    private final Phaser phase;
    private final BooleanSupplier running;
    private final Histogram latencies = new Histogram(60_000_000_000L, 3);

    Caller(Client client, int batch, Phaser phase, BooleanSupplier running) {
        this.client = client;
        this.batch = batch;
        this.phase = phase;
        this.running = running;
    }

    /** @return the nanoseconds of each submit, or batch */
    @Override
    public Histogram call() throws Exception {
        phase.arriveAndAwaitAdvance(); // all are there
        phase.arriveAndAwaitAdvance(); // the usage before is known
        try {
            long before = System.nanoTime();
            while (running.getAsBoolean()) {
                submit();
                long now = System.nanoTime();
                latencies.recordValue(now - before);
                before = now;
            }
        } finally {
            phase.arriveAndAwaitAdvance(); // all are done
            phase.arriveAndAwaitAdvance(); // the usage after is known
        }
        return latencies;
    }

    private void submit() throws Exception {
        if (batch == 1) {
            check(client.submit());
        } else {
            client.submitAll(batch).forEach(Caller::check);
        }
    }

    private static void check(String id) {
        if (id.length() != 10) {
            throw new IllegalStateException("answered with the id '" + id + "'");
        }
    }
}
