package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindTransceiver;

class ManySimulatorsTest {
    private static final int MANY = 20;

    private final List<Simulator> simulators = new ArrayList<>();
    private final List<TestClient> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
        simulators.forEach(Simulator::close);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sim-"))
                .collect(Collectors.toSet());
    }

    /** Of the same name, so that anything shared would show. */
    private static BindTransceiver bind(int of) {
        return new BindTransceiver("shop", "pw" + of, "", 0x34, 0, 0, "");
    }

    @Test
    void live_in_one_JVM_with_accounts_messages_and_reports_of_their_own() throws Exception {
        for (int i = 0; i < MANY; i++) {
            simulators.add(Simulator.builder()
                    .freePorts()
                    .account("shop", "pw" + i)
                    .reportDelay(Duration.ZERO)
                    .start());
        }
        for (int i = 0; i < MANY; i++) {
            TestClient client = TestClient.connect(simulators.get(i).host("a"));
            clients.add(client);
            assertThat(client.ask(bind(i + 1)).status()).isEqualTo(CommandStatus.ESME_RINVPASWD);
            client.bound(bind(i));
        }
        for (int i = 0; i < MANY; i++) {
            for (int messages = 0; messages <= i; messages++) {
                clients.get(i).ask(TestClient.message("4512345678", "of " + i));
            }
        }
        simulators.get(0).host("a").kill();
        for (int i = 1; i < MANY; i++) {
            for (int messages = 0; messages <= i; messages++) {
                assertThat(clients.get(i).acknowledgedReport()).endsWith("text:of " + i);
            }
            assertThat(simulators.get(i).messages())
                    .hasSize(i + 1)
                    .extracting(message -> TestClient.reference(message.submitSm()))
                    .containsOnly("of " + i);
        }
        assertThat(clients.get(0).isClosedByPeer()).isTrue();
    }

    @Test
    void a_simulator_starts_no_process_and_few_threads_and_leaves_nothing() throws Exception {
        Set<Thread> threads = threads();
        Simulator simulator = Simulator.builder().freePorts().tls().start();
        simulators.add(simulator);
        Set<Thread> own = threads();
        own.removeAll(threads);
        // Two ports of each host, the timer, and what makes the certificate.
        assertThat(own).hasSizeLessThanOrEqualTo(6);
        assertThat(ProcessHandle.current().children()).isEmpty();
        Path trustStore = simulator.trustStore();
        assertThat(trustStore).exists();
        simulator.close();
        for (Thread thread : own) {
            thread.join();
        }
        assertThat(trustStore.getParent()).doesNotExist();
    }
}
