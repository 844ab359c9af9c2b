package org.smppra.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/** Loads one client in one shape for a while. */
final class Load {
    private Load() {}

    static Cell run(Client client, Shape shape, long millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(shape.callers(), Threads::daemon);
        Phaser phase = new Phaser(shape.callers() + 1);
        AtomicBoolean running = new AtomicBoolean(true);
        try {
            List<Future<Histogram>> callers = new ArrayList<>();
            for (int i = 0; i < shape.callers(); i++) {
                callers.add(threads.submit(new Caller(client, shape.batch(), phase, running::get)));
            }
            phase.arriveAndAwaitAdvance();
            Usage before = Usage.now();
            phase.arriveAndAwaitAdvance();
            Thread.sleep(millis);
            running.set(false);
            phase.arriveAndAwaitAdvance();
            Usage after = Usage.now();
            phase.arriveAndAwaitAdvance();
            return cell(merge(callers), shape, before, after);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Histogram merge(List<Future<Histogram>> callers) throws Exception {
        Histogram all = new Histogram(60_000_000_000L, 3);
        for (Future<Histogram> caller : callers) {
            all.add(caller.get());
        }
        return all;
    }

    private static Cell cell(Histogram latencies, Shape shape, Usage before, Usage after) {
        return new Cell(
                latencies.getTotalCount() * shape.batch(),
                after.nanos() - before.nanos(),
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99),
                after.cpu() - before.cpu(),
                after.allocated() - before.allocated());
    }
}
