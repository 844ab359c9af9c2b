package org.smppra.benchmark.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** The limit: one thread that writes a record into a file of zeros and forces it, again and again. */
final class BareForce {
    private static final int FILE = 32 << 20;
    private static final int RECORD = 264;

    private BareForce() {}

    static Measured run(Path directory, long extraNanos, long nanos) throws IOException {
        Path file = directory.resolve("bare");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(FILE));
            channel.force(true);
            Histogram times = new Histogram(3);
            ByteBuffer octets = ByteBuffer.allocateDirect(RECORD);
            long started = System.nanoTime();
            long before = started;
            for (long at = 0; before - started < nanos; at = (at + RECORD) % (FILE - RECORD)) {
                channel.write(octets.clear(), at);
                channel.force(false);
                SlowFiles.linger(extraNanos);
                long now = System.nanoTime();
                times.recordValue(now - before);
                before = now;
            }
            double rate = times.getTotalCount() * 1e9 / (before - started);
            return new Measured(rate, 1, times.getValueAtPercentile(50) / 1e3, times.getValueAtPercentile(99) / 1e3);
        } finally {
            Files.delete(file);
        }
    }
}
