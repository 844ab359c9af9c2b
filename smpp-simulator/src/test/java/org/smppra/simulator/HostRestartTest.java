package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

class HostRestartTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO).unbindTimeout(Duration.ofSeconds(20)));

    private CompletableFuture<Void> later(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    @Test
    void stop_unbinds_each_session_answers_what_comes_in_and_closes_after_unbind_resp() throws Exception {
        SimulatedHost a = gateway.host("a");
        try (TestClient client = TestClient.transceiver(a, "shop")) {
            CompletableFuture<Void> stop = later(a::stop);
            Envelope unbind = client.read();
            assertThat(unbind.body()).isEqualTo(new Unbind());
            assertThat(client.ask(TestClient.message("4512345678", null)).body())
                    .isInstanceOf(SubmitSmResp.class);
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
            assertThat(a.isListening()).isFalse();
            assertThat(stop).isNotDone();
            client.write(new Envelope(CommandStatus.ESME_ROK, unbind.sequenceNumber(), new UnbindResp()));
            assertThat(client.isClosedByPeer()).isTrue();
            client.close();
            stop.join();
        }
        assertThat(a.connections()).isZero();
        assertThat(gateway.simulator().messageCount()).isEqualTo(1);
    }

    @Test
    void a_stopping_host_sends_no_new_report_and_takes_answers_for_those_it_sent() throws Exception {
        SimulatedHost a = gateway.host("a");
        try (TestClient client = TestClient.transceiver(a, "shop")) {
            gateway.simulator().sendReport("shop", "before", Tlvs.empty());
            Envelope report = client.delivery();
            CompletableFuture<Void> stop = later(a::stop);
            Envelope unbind = client.read();
            gateway.simulator().sendReport("shop", "after", Tlvs.empty());
            client.acknowledge(report);
            assertThat(gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 1, SOON))
                    .isTrue();
            client.write(new Envelope(CommandStatus.ESME_ROK, unbind.sequenceNumber(), new UnbindResp()));
            assertThat(client.isClosedByPeer()).isTrue();
            client.close();
            stop.join();
        }
        try (TestClient other = TestClient.receiver(gateway.host("b"), "shop")) {
            assertThat(other.acknowledgedReport()).isEqualTo("after");
        }
    }

    @Test
    void stop_closes_a_session_that_never_answers_unbind() throws Exception {
        try (Simulator hasty = Simulator.builder()
                        .freePorts()
                        .unbindTimeout(Duration.ofMillis(200))
                        .start();
                TestClient client = TestClient.transceiver(hasty.host("a"), "shop")) {
            hasty.host("a").stop();
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(hasty.host("a").connections()).isZero();
        }
    }

    @Test
    void a_stopped_host_refuses_connections_and_starts_again_on_the_same_port() throws Exception {
        SimulatedHost a = gateway.host("a");
        int port = a.port();
        for (int i = 0; i < 5; i++) {
            try (TestClient client = TestClient.transceiver(a, "shop")) {
                later(a::stop);
                Envelope unbind = client.read();
                client.write(new Envelope(CommandStatus.ESME_ROK, unbind.sequenceNumber(), new UnbindResp()));
                assertThat(client.isClosedByPeer()).isTrue();
            }
            assertThat(gateway.simulator().await(() -> a.connections() == 0, SOON))
                    .isTrue();
            assertThatThrownBy(() -> TestClient.connect(a)).isInstanceOf(ConnectException.class);
            a.start();
            assertThat(a.port()).isEqualTo(port);
            assertThat(a.isListening()).isTrue();
        }
    }

    @Test
    void the_other_host_goes_on_while_one_is_stopped() throws Exception {
        gateway.host("a").stop();
        try (TestClient client = TestClient.transceiver(gateway.host("b"), "shop")) {
            assertThat(client.ask(TestClient.message("4512345678", null))
                            .status()
                            .isOk())
                    .isTrue();
            assertThat(client.acknowledgedReport()).contains("stat:DELIVRD");
        }
    }

    @Test
    void kill_resets_all_connections_at_once() throws Exception {
        SimulatedHost a = gateway.host("a");
        try (TestClient client = TestClient.transceiver(a, "shop");
                TestClient unbound = TestClient.connect(a)) {
            assertThat(gateway.simulator().await(() -> a.connections() == 2, SOON))
                    .isTrue();
            a.kill();
            assertThatThrownBy(client::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThatThrownBy(unbound::read).isInstanceOf(SocketException.class);
            assertThat(a.connections()).isZero();
            assertThat(a.isListening()).isFalse();
        }
        a.start();
        TestClient.transceiver(a, "shop").close();
    }

    @Test
    void under_traffic_a_kill_stores_each_message_at_most_once_and_each_answered_one_surely() throws Exception {
        SimulatedHost a = gateway.host("a");
        List<String> answered = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            try (TestClient client = TestClient.transmitter(a, "shop")) {
                CompletableFuture<Void> kill = new CompletableFuture<>();
                try {
                    for (int sent = 1; true; sent++) {
                        Envelope answer = client.ask(TestClient.message("4512345678", null));
                        answered.add(((SubmitSmResp) answer.body()).messageId());
                        if (sent == 50) {
                            kill = later(a::kill);
                        }
                    }
                } catch (IOException e) {
                    kill.join();
                }
            }
            a.start();
        }
        List<String> stored = gateway.simulator().messages().stream()
                .map(StoredMessage::messageId)
                .toList();
        assertThat(stored).doesNotHaveDuplicates().containsAll(answered);
        assertThat(answered).doesNotHaveDuplicates();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        int taken = gateway.host("a").port();
        assertThatThrownBy(() -> Simulator.builder().ports(taken, 0).start())
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("host a cannot listen on port " + taken);
    }

    @Test
    void close_ends_all_threads_and_connections() throws Exception {
        Simulator own =
                Simulator.builder().freePorts().reportDelay(Duration.ZERO).start();
        TestClient client = TestClient.transceiver(own.host("a"), "shop");
        client.ask(TestClient.message("4512345678", null));
        client.delivery();
        Set<Thread> threads = simulatorThreads();
        assertThat(threads).hasSizeGreaterThan(3);
        gateway.simulator().close();
        own.close();
        assertThat(client.isClosedByPeer()).isTrue();
        client.close();
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        assertThat(simulatorThreads()).isEmpty();
    }

    private static Set<Thread> simulatorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sim-"))
                .collect(Collectors.toSet());
    }
}
