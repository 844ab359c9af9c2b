package org.smppra.benchmark.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalFigures;
import org.smppra.journal.JournalFiles;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;

/** Threads that each put an entry of 200 octets, remove the one before, and wait until that is on disk. */
final class Committers {
    private static final int BODY = 200;
    private static final long SETTLE_MILLIS = 200;

    private final JournalStore journal;
    private final AtomicBoolean counting = new AtomicBoolean();
    private final AtomicBoolean stop = new AtomicBoolean();

    private Committers(JournalStore journal) {
        this.journal = journal;
    }

    static Measured run(Path directory, int threads, long extraNanos, long nanos)
            throws IOException, JournalException, InterruptedException {
        Path own = directory.resolve("journal");
        JournalFiles files = DirectoryFiles.of(own);
        JournalRuntime runtime = new JournalRuntime(Thread::new, System::nanoTime, Clock.systemUTC());
        try (JournalStore journal = JournalStore.open(
                JournalSettings.defaults(),
                extraNanos > 0 ? new SlowFiles(files, extraNanos) : files,
                runtime,
                (key, body, uncertain) -> {})) {
            return new Committers(journal).measure(threads, nanos);
        } finally {
            try (Stream<Path> left = Files.list(own)) {
                for (Path path : left.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(own);
        }
    }

    private Measured measure(int threads, long nanos) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Histogram>> crew = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                crew.add(pool.submit(this::commit));
            }
            Thread.sleep(SETTLE_MILLIS);
            JournalFigures before = journal.figures();
            long started = System.nanoTime();
            counting.set(true);
            Thread.sleep(nanos / 1_000_000);
            counting.set(false);
            long lasted = System.nanoTime() - started;
            JournalFigures after = journal.figures();
            stop.set(true);
            Histogram times = new Histogram(3);
            for (Future<Histogram> one : crew) {
                times.add(one.get());
            }
            double commits = times.getTotalCount();
            return new Measured(
                    commits * 1e9 / lasted,
                    commits / Math.max(1, after.forces() - before.forces()),
                    times.getValueAtPercentile(50) / 1e3,
                    times.getValueAtPercentile(99) / 1e3);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            stop.set(true);
            pool.shutdown();
        }
    }

    private Histogram commit() throws JournalException {
        Histogram times = new Histogram(3);
        long last = 0;
        while (!stop.get()) {
            long key = journal.newKey();
            JournalBatch batch = JournalBatch.of().put(key, new byte[BODY]);
            if (last != 0) {
                batch.remove(last);
            }
            long started = System.nanoTime();
            journal.force(batch);
            if (counting.get()) {
                times.recordValue(System.nanoTime() - started);
            }
            last = key;
        }
        return times;
    }
}
