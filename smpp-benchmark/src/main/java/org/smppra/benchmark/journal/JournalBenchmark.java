package org.smppra.benchmark.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.smppra.benchmark.report.Machine;
import org.smppra.journal.JournalException;

/**
 * Committed forces a second with 1, 8 and 64 committers beside a bare write and force, on the disk of the directory that
 * the first argument names, as it is and with a millisecond more each force. In turn, forth and back. The second
 * argument names the file to write.
 */
final class JournalBenchmark {
    private static final int[] COMMITTERS = {0, 1, 8, 64};
    private static final long[] EXTRA_NANOS = {0, 1_000_000};

    private final Path directory;
    private final int rounds;
    private final long nanos;

    private JournalBenchmark(Path directory, int rounds, double seconds) {
        this.directory = directory;
        this.rounds = rounds;
        nanos = (long) (seconds * 1e9);
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("bench.rounds", 7);
        double seconds = Double.parseDouble(System.getProperty("bench.seconds", "0.7"));
        double load = Machine.load();
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "journal");
        StringBuilder text = new StringBuilder(preface(rounds, seconds, load));
        try {
            JournalBenchmark benchmark = new JournalBenchmark(directory, rounds, seconds);
            for (long extra : EXTRA_NANOS) {
                benchmark.section(extra, text);
            }
        } finally {
            Files.delete(directory);
        }
        System.out.println(text);
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]).toAbsolutePath().normalize(), text);
        }
    }

    private static String preface(int rounds, double seconds, double load) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                # Performance of the journal

                Written by `mvn -Pbench-journal -pl smpp-benchmark -am verify`. %s Load average before the run: %.2f. \
                Rounds: %d, of %.1f s a cell and one round that does not count; contestants in turn, forth and back. \
                Values are medians of the rounds, a ratio is the median of the rounds' own, with its least and its most.

                A commit puts an entry of 200 octets and removes the one before, in one record, and returns when it is \
                forced. The bare force is one thread that writes as many octets into a file of zeros on the same disk and \
                forces it: what the disk allows without a shared force.
                """,
                Machine.summary(),
                load,
                rounds,
                seconds);
    }

    private void section(long extra, StringBuilder text) throws IOException, JournalException, InterruptedException {
        Map<Integer, List<Measured>> cells = new TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.of(COMMITTERS).boxed().toList());
            if (round % 2 == 0) {
                Collections.reverse(order);
            }
            for (int committers : order) {
                Measured cell = committers == 0
                        ? BareForce.run(directory, extra, nanos)
                        : Committers.run(directory, committers, extra, nanos);
                if (round > 0) {
                    cells.computeIfAbsent(committers, c -> new ArrayList<>()).add(cell);
                }
            }
        }
        text.append(extra == 0 ? "\n## The disk as it is\n\n" : "\n## A millisecond more each force\n\n");
        text.append("| contestant | commits/s | to the bare force | commits a force | p50 µs | p99 µs |\n");
        text.append("|---|---:|---:|---:|---:|---:|\n");
        List<Measured> bare = cells.getOrDefault(0, List.of());
        cells.forEach((committers, measured) -> text.append(row(committers, measured, bare)));
    }

    private static String row(int committers, List<Measured> cells, List<Measured> bare) {
        double[] ratios = IntStream.range(0, cells.size())
                .mapToDouble(i -> cells.get(i).rate() / bare.get(i).rate())
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f (%.2f–%.2f) | %.1f | %,.0f | %,.0f |%n",
                committers == 0
                        ? "bare force"
                        : "journal, " + committers + (committers == 1 ? " committer" : " committers"),
                median(cells, Measured::rate),
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                median(cells, Measured::batch),
                median(cells, Measured::p50),
                median(cells, Measured::p99));
    }

    private static double median(List<Measured> cells, ToDoubleFunction<Measured> what) {
        double[] sorted = cells.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
