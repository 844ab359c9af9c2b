package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;

class ReportSpreadTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO).redeliveryDelay(Duration.ofMillis(50)));

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            gateway.simulator().sendReport("shop", "report " + i, Tlvs.empty());
        }
    }

    private boolean allAcknowledged() {
        return gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 0, SOON);
    }

    private static List<Envelope> read(TestClient client, int count) throws IOException {
        List<Envelope> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read.add(client.delivery());
        }
        return read;
    }

    @Test
    void reports_are_spread_evenly_over_the_receiving_binds_of_both_hosts_and_a_transmitter_gets_none()
            throws Exception {
        try (TestClient a1 = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient a2 = TestClient.receiver(gateway.host("a"), "shop");
                TestClient b1 = TestClient.transceiver(gateway.host("b"), "shop");
                TestClient b2 = TestClient.receiver(gateway.host("b"), "shop");
                TestClient transmitter = TestClient.transmitter(gateway.host("b"), "shop");
                TestClient stranger = TestClient.transceiver(gateway.host("a"), "other")) {
            send(40);
            Set<String> texts = new HashSet<>();
            for (TestClient client : List.of(a1, a2, b1, b2)) {
                for (Envelope report : read(client, 10)) {
                    texts.add(TestClient.text(report));
                    client.acknowledge(report);
                }
            }
            assertThat(texts).as("each report once").hasSize(40);
            assertThat(allAcknowledged()).isTrue();
            for (TestClient silent : List.of(transmitter, stranger)) {
                silent.send(new EnquireLink());
                assertThat(silent.read().body()).isEqualTo(new EnquireLinkResp());
            }
        }
    }

    @Test
    void reports_wait_for_a_receiving_bind_and_come_in_the_order_of_age() throws Exception {
        try (TestClient transmitter = TestClient.transmitter(gateway.host("a"), "shop")) {
            transmitter.ask(TestClient.message("4512345678", "one"));
            transmitter.ask(TestClient.message("4512345678", "two"));
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(2);
            try (TestClient receiver = TestClient.receiver(gateway.host("b"), "shop")) {
                assertThat(receiver.acknowledgedReport()).endsWith("text:one");
                assertThat(receiver.acknowledgedReport()).endsWith("text:two");
                assertThat(allAcknowledged()).isTrue();
            }
        }
    }

    @Test
    void unacknowledged_reports_come_again_on_another_bind_when_theirs_is_lost() throws Exception {
        try (TestClient b = TestClient.receiver(gateway.host("b"), "shop")) {
            try (TestClient a = TestClient.transceiver(gateway.host("a"), "shop")) {
                send(2);
                a.delivery();
            }
            List<String> texts = new ArrayList<>(List.of(b.acknowledgedReport(), b.acknowledgedReport()));
            assertThat(texts).containsExactlyInAnyOrder("report 0", "report 1");
            assertThat(allAcknowledged()).isTrue();
        }
    }

    @Test
    void unacknowledged_reports_come_again_after_a_reconnect() throws Exception {
        try (TestClient first = TestClient.transceiver(gateway.host("a"), "shop")) {
            send(1);
            first.delivery();
        }
        try (TestClient second = TestClient.transceiver(gateway.host("a"), "shop")) {
            assertThat(second.acknowledgedReport()).isEqualTo("report 0");
            assertThat(allAcknowledged()).isTrue();
        }
    }

    @Test
    void a_refused_report_comes_again_after_the_redelivery_delay() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            send(1);
            client.answer(client.delivery(), CommandStatus.ESME_RX_T_APPN);
            assertThat(client.acknowledgedReport()).isEqualTo("report 0");
            assertThat(allAcknowledged()).isTrue();
            assertThat(gateway.simulator().acknowledgements())
                    .extracting(Acknowledgement::key, Acknowledgement::status)
                    .containsExactly(
                            tuple("report 0", CommandStatus.ESME_RX_T_APPN), tuple("report 0", CommandStatus.ESME_ROK));
        }
    }

    @Test
    void a_generic_nack_refuses_a_report_too() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            send(1);
            Envelope report = client.delivery();
            client.write(new Envelope(CommandStatus.ESME_RINVCMDID, report.sequenceNumber(), new GenericNack()));
            assertThat(client.acknowledgedReport()).isEqualTo("report 0");
        }
    }

    @Test
    void a_report_without_an_answer_in_time_comes_again_on_another_bind() throws Exception {
        try (Simulator hasty = Simulator.builder()
                        .freePorts()
                        .answerTimeout(Duration.ofSeconds(1))
                        .start();
                TestClient silent = TestClient.receiver(hasty.host("a"), "shop")) {
            hasty.sendReport("shop", "x", Tlvs.empty());
            assertThat(TestClient.text(silent.delivery())).isEqualTo("x");
            try (TestClient other = TestClient.receiver(hasty.host("b"), "shop")) {
                assertThat(other.acknowledgedReport()).isEqualTo("x");
                assertThat(hasty.await(() -> hasty.reportsWaiting("shop") == 0, SOON))
                        .isTrue();
            }
        }
    }

    @Test
    void no_more_than_the_window_is_in_flight_on_a_bind() throws Exception {
        try (Simulator narrow = Simulator.builder().freePorts().reportWindow(3).start();
                TestClient client = TestClient.receiver(narrow.host("a"), "shop")) {
            for (int i = 0; i < 10; i++) {
                narrow.sendReport("shop", "r" + i, Tlvs.empty());
            }
            List<Envelope> first = read(client, 3);
            assertThat(client.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
            assertThat(narrow.acknowledgements()).isEmpty();
            client.acknowledge(first.get(0));
            assertThat(TestClient.text(client.delivery())).isEqualTo("r3");
        }
    }

    @Test
    void the_oldest_report_beyond_the_limit_is_dropped_and_counted() throws Exception {
        try (Simulator small = Simulator.builder().freePorts().reportLimit(5).start()) {
            for (int i = 0; i < 8; i++) {
                small.sendReport("shop", "r" + i, Tlvs.empty());
            }
            assertThat(small.reportsWaiting("shop")).isEqualTo(5);
            assertThat(small.reportsDropped("shop")).isEqualTo(3);
            try (TestClient client = TestClient.receiver(small.host("a"), "shop")) {
                assertThat(client.acknowledgedReport()).isEqualTo("r3");
            }
        }
    }

    @Test
    void at_most_25000_unacknowledged_reports_are_kept() {
        send(25_001);
        assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(25_000);
        assertThat(gateway.simulator().reportsDropped("shop")).isEqualTo(1);
    }
}
