package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** The provider restarts one host at a time. */
class MaintenanceTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO));

    @Test
    void maintenance_unbinds_drains_closes_and_comes_back() throws Exception {
        Simulator simulator = gateway.simulator();
        SimulatedHost a = gateway.host("a");
        CompletableFuture<Void> back;
        try (TestClient client = TestClient.transceiver(a, "shop");
                TestClient other = TestClient.receiver(gateway.host("b"), "shop")) {
            int port = a.port();
            back = simulator.maintenance("a", Duration.ofMillis(100));
            Envelope unbind = client.read();
            assertThat(unbind.body()).isEqualTo(new Unbind());
            assertThat(client.ask(TestClient.message("4512345678", "drained")).body())
                    .as("what still comes in is answered")
                    .isInstanceOf(SubmitSmResp.class);
            client.write(new Envelope(CommandStatus.ESME_ROK, unbind.sequenceNumber(), new UnbindResp()));
            assertThat(client.isClosedByPeer()).isTrue();
            client.close();
            assertThat(other.acknowledgedReport()).as("the other host goes on").endsWith("text:drained");
            back.get(30, TimeUnit.SECONDS);
            assertThat(a.port()).isEqualTo(port);
        }
        try (TestClient again = TestClient.transceiver(a, "shop")) {
            simulator.sendReport("shop", "back", Tlvs.empty());
            assertThat(again.delivery().body()).isInstanceOf(DeliverSm.class);
        }
    }

    @Test
    void the_second_host_is_refused_while_the_first_is_down() throws Exception {
        Simulator simulator = gateway.simulator();
        CompletableFuture<Void> back = simulator.maintenance("a", Duration.ofHours(1));
        assertThatThrownBy(() -> simulator.maintenance("b", Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one at a time");
        assertThatThrownBy(() -> simulator.maintenance("a", Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        assertThat(gateway.host("b").isListening()).isTrue();
        simulator.close();
        assertThat(back).isCancelled();
    }

    @Test
    void no_host_goes_while_the_other_is_stopped() {
        gateway.host("a").stop();
        assertThatThrownBy(() -> gateway.simulator().maintenance("b", Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("host a does not listen");
        assertThat(gateway.host("b").isListening()).isTrue();
    }

    @Test
    void hosts_go_one_after_the_other() throws Exception {
        for (String host : new String[] {"a", "b", "a"}) {
            gateway.simulator().maintenance(host, Duration.ZERO).get(30, TimeUnit.SECONDS);
            assertThat(gateway.simulator().hosts()).allMatch(SimulatedHost::isListening);
        }
    }
}
