package org.smppra.it.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smppra.it.wildfly.Waiting;

/** Measures, tests nothing: receipts a second into a bean, beside messages of a queue in the same server. */
class ReceiptsToBeanBench {
    static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /** They do not count: bean, container and feed are compiled in them. */
    static final int WARM_UPS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void measure() throws Exception {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Map<Body, Rates> rates = new EnumMap<>(Body.class);
        try (InboundServer server = new InboundServer()) {
            for (Body body : Body.values()) {
                rates.put(body, new Rates());
            }
            // In turn, so that a slow minute of the machine is everybody's.
            for (int round = 1; round <= WARM_UPS + ROUNDS; round++) {
                for (Body body : Body.values()) {
                    Map<Feed, Cell> cells = new EnumMap<>(Feed.class);
                    for (Feed feed : Feed.values()) {
                        cells.put(feed, measure(server, body, feed));
                    }
                    System.out.println(body + " " + cells);
                    if (round > WARM_UPS) {
                        rates.get(body).add(cells);
                    }
                }
            }
        }
        String page = Page.of(load, rates);
        System.out.println(page);
        Files.writeString(Path.of(System.getProperty("bench.inbound.output")), page);
    }

    private static Cell measure(InboundServer server, Body body, Feed feed) throws Exception {
        server.database().empty();
        int calls = body.calls(feed);
        server.begin(calls, feed.fill());
        InboundServer.Provider before = server.provide(feed == Feed.RECEIPTS ? calls : 0);
        assertThat(before.waiting()).isEqualTo(feed == Feed.RECEIPTS ? calls : 0);
        String bean = feed.bean(body);
        server.startDelivery(bean);
        Waiting.until("all came", PATIENCE, () -> server.tally().getInt("calls") >= calls);
        Waiting.until("all is acknowledged", PATIENCE, () -> server.provide(0).waiting() == 0);
        long providerNanos = server.provide(0).cpuNanos() - before.cpuNanos();
        server.stopDelivery(bean);
        JsonObject tally = server.tally();
        assertThat(server.queued()).isZero();
        assertThat(tally.getInt("calls")).as("none came twice").isEqualTo(calls);
        if (body == Body.REQUIRED_WITH_ROW) {
            assertThat(server.database().shipped()).hasSize(calls);
        }
        double messages = calls * 0.8;
        return new Cell(
                messages / (tally.getJsonNumber("nanos").longValueExact() / 1e9),
                tally.getJsonNumber("cpuNanos").longValueExact() / 1e9 * 100_000 / messages,
                providerNanos / 1e9 * 100_000 / calls);
    }
}
