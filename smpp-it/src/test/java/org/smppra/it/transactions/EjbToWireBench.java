package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.Tlv;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;

/** Measures, tests nothing: transactions of beans, from their call to their commit, and to the message at the provider. */
class EjbToWireBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SETTLE_MILLIS = 1000;
    private static final int MILLIS = Integer.getInteger("bench.millis", 2000);
    private static final List<Integer> CALLERS = List.of(1, 8, 64);
    private static final List<Kind> KINDS = List.of(
            new Kind("a row alone (the baseline)", "", true),
            new Kind("a message, DIRECT", "direct", false),
            new Kind("a message, OUTBOX", "outbox", false),
            new Kind("a row and a message, DIRECT", "direct", true),
            new Kind("a row and a message, ON_COMMIT", "onCommit", true),
            new Kind("a row and a message, OUTBOX (two-phase commit)", "outbox", true));

    private static final Queue<Arrival> ARRIVALS = new ConcurrentLinkedQueue<>();

    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer(builder -> builder.listener(new SimulatorListener() {
        @Override
        public void submitted(StoredMessage message) {
            long now = System.nanoTime();
            String reference = message.submitSm()
                    .tlvs()
                    .first(Tlv.USER_MESSAGE_REFERENCE)
                    .orElseThrow()
                    .toLatin1();
            ARRIVALS.add(new Arrival(Long.parseLong(reference.substring(0, reference.indexOf('-'))), now));
        }
    }));

    private record Kind(String name, String factory, boolean row) {}

    /** Both by the same clock: it counts from the start of the machine, not of a process. */
    private record Arrival(long calledAt, long at) {}

    private record Cell(long commits, double seconds, long p50, long p99, long wireP50, long wireP99) {
        double rate() {
            return commits / seconds;
        }
    }

    @Test
    void measure() throws Exception {
        SERVER.awaitBound();
        StringBuilder table = new StringBuilder();
        for (int callers : CALLERS) {
            table.append(String.format(
                    "%n| %d %s | commits/s | call to commit p50 ms | p99 ms | call to provider p50 ms | p99 ms |%n"
                            + "|---|---:|---:|---:|---:|---:|%n",
                    callers, callers == 1 ? "caller" : "callers"));
            List<List<Cell>> cells = new ArrayList<>();
            KINDS.forEach(kind -> cells.add(new ArrayList<>()));
            // In turn, so that a slow minute of the machine is everybody's.
            for (int round = 0; round <= ROUNDS; round++) {
                for (int i = 0; i < KINDS.size(); i++) {
                    Cell cell = measure(KINDS.get(i), callers);
                    if (round > 0) {
                        cells.get(i).add(cell);
                    }
                }
            }
            for (int i = 0; i < KINDS.size(); i++) {
                table.append(line(KINDS.get(i), cells.get(i)));
            }
        }
        System.out.println(table);
        Files.writeString(Path.of(System.getProperty("bench.output")), preface() + table);
    }

    private static String preface() {
        Runtime machine = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                """
                # Performance in WildFly

                Written by `mvn -Pbench-server -pl smpp-it -am verify`; `-Dbench.rounds` and `-Dbench.millis` change its \
                length. Absolute figures are those of one machine on one day.

                - Machine: %d cores, Java %s, %s %s.
                - Rounds: %d, of %.1f s a cell after %.1f s to settle and one round that does not count; kinds in turn.

                Callers are threads inside the server (a heap of 512 MiB); each call of a stateless bean is one transaction \
                of the container. The row goes to a PostgreSQL with fsync on the same disk as outbox and transaction log; \
                the provider is the simulator, with a window of 10 to each of its two hosts. All of it runs on the same \
                cores. *Call to commit* ends when the bean returned. *Call to provider* ends when the simulator took the \
                message: in the mode DIRECT that is before the commit, in the others after it; where callers commit more \
                than leaves, it grows with what waits. Medians of the rounds.
                """,
                machine.availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                ROUNDS,
                MILLIS / 1000.0,
                SETTLE_MILLIS / 1000.0);
    }

    private static Cell measure(Kind kind, int callers) throws Exception {
        SERVER.database().empty();
        ARRIVALS.clear();
        Done done = SERVER.application().run(Steps.load(kind.factory(), kind.row(), callers, SETTLE_MILLIS, MILLIS));
        assertThat(done.isFine()).as(done.toString()).isTrue();
        JsonObject load = done.load();
        if (!kind.factory().isEmpty()) {
            SERVER.awaitNothingWaits();
        }
        long from = load.getJsonNumber("from").longValueExact();
        long until = load.getJsonNumber("until").longValueExact();
        long[] wire = ARRIVALS.stream()
                .filter(each -> each.calledAt() - from >= 0 && each.calledAt() - until < 0)
                .mapToLong(each -> each.at() - each.calledAt())
                .sorted()
                .toArray();
        return new Cell(
                load.getInt("commits"),
                (until - from) / 1e9,
                load.getJsonNumber("p50").longValueExact(),
                load.getJsonNumber("p99").longValueExact(),
                wire.length == 0 ? -1 : wire[wire.length / 2],
                wire.length == 0 ? -1 : wire[wire.length * 99 / 100]);
    }

    private static String line(Kind kind, List<Cell> cells) {
        double rate = cells.stream()
                .map(Cell::rate)
                .sorted()
                .collect(Collectors.toList())
                .get(cells.size() / 2);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %s | %s | %s |%n",
                kind.name(),
                rate,
                millis(cells, Cell::p50),
                millis(cells, Cell::p99),
                millis(cells, Cell::wireP50),
                millis(cells, Cell::wireP99));
    }

    private static String millis(List<Cell> cells, ToLongFunction<Cell> of) {
        long median = cells.stream().mapToLong(of).sorted().toArray()[cells.size() / 2];
        return median < 0 ? "" : String.format(Locale.ROOT, "%.2f", median / 1e6);
    }
}
