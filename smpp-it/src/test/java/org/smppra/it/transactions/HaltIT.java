package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.halting;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;

import jakarta.json.JsonArray;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.CommandStatus;
import org.smppra.simulator.SimulatorListener;

/**
 * The server's JVM halts while another resource prepares or commits. All transactions of a test hang there when it does,
 * so that one restart recovers all of them together.
 */
class HaltIT {
    /** Who was not let in: recovery signs on to the outbox as it was told, never to the provider. */
    private static final Set<String> STRANGERS = new ConcurrentSkipListSet<>();

    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer(builder -> builder.listener(new SimulatorListener() {
        @Override
        public void bindRefused(String host, String remote, String systemId, CommandStatus status) {
            STRANGERS.add(systemId);
        }
    }));

    /** What a transaction does, by its reference; the other resource is enlisted before us, after us, and at the ends. */
    private static Map<String, JsonArray> transactions(String point, int all) {
        String p = point.toLowerCase(Locale.ROOT);
        JsonArray halt = halting(point, all);
        return Map.of(
                p + "1", required(submit("outbox", p + "1"), row(p + "1"), halt),
                p + "2", required(halt, submit("outbox", p + "2"), row(p + "2")),
                p + "3", required(row(p + "3"), halt, submit("outbox", p + "3")),
                p + "4", required(submit("outbox", p + "4"), halt, row(p + "4")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void both_sides_agree_after_a_halt_in_the_other_resource(boolean hostsUpUntilThen) throws Exception {
        SERVER.awaitBound();
        if (!hostsUpUntilThen) {
            SERVER.stopHosts();
        }
        Map<String, JsonArray> rolledBack = transactions("PREPARE", 8);
        Map<String, JsonArray> committed = transactions("COMMIT", 8);
        Map<String, JsonArray> all = new TreeMap<>(rolledBack);
        all.putAll(committed);
        assertThat(SERVER.database().shipped()).isEmpty();

        runUntilTheServerHalts(all);
        SERVER.stopHosts();
        SERVER.startWildFly();
        SERVER.awaitRecovery();

        List<String> expected = List.copyOf(new TreeSet<>(committed.keySet()));
        assertThat(SERVER.database().shipped()).isEqualTo(expected);
        if (!hostsUpUntilThen) {
            assertThat(SERVER.simulator().messageCount()).isZero();
        }
        SERVER.startHosts();
        List<String> sent = SERVER.sentAfterAll(expected.size());
        assertThat(List.copyOf(new TreeSet<>(sent))).isEqualTo(expected);
        if (!hostsUpUntilThen) {
            assertThat(sent).as("exactly once, as nothing was written before").isEqualTo(expected);
        }
        SERVER.awaitResults(expected);
        assertThat(STRANGERS).isEmpty();
    }

    private static void runUntilTheServerHalts(Map<String, JsonArray> all) throws Exception {
        Set<String> answered = new ConcurrentSkipListSet<>();
        List<Thread> threads = all.entrySet().stream()
                .map(transaction -> new Thread(() -> {
                    try {
                        answered.add(transaction.getKey() + " "
                                + SERVER.application().run(transaction.getValue()));
                    } catch (IOException e) {
                        // The server is gone, as it should be.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(answered).isEmpty();
        assertThat(SERVER.wildfly().awaitEnd()).isEqualTo(77);
        assertThat(SERVER.database().prepared())
                .as("branches wait for their coordinator")
                .isNotEmpty();
    }
}
