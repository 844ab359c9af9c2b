package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;

class ReportTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO)
            .outcome("+4599", "UNDELIV", "019")
            .outcome("45991", "EXPIRED", "033")
            .clock(Clock.fixed(Instant.parse("2020-11-18T10:54:59Z"), ZoneOffset.ofHours(9))));

    private static String idOf(Envelope answer) {
        return ((SubmitSmResp) answer.body()).messageId();
    }

    @Test
    void the_text_is_letter_for_letter_as_on_the_page_with_20_characters_of_the_reference() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            String id = idOf(client.ask(TestClient.message("4512345678", "user_message_reference")));
            DeliverSm report = (DeliverSm) client.delivery().body();

            assertThat(report.shortMessage().toLatin1())
                    .isEqualTo("id:" + id
                            + " sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:DELIVRD err:000"
                            + " text:user_message_referen");
            assertThat(report.tlvs())
                    .isEqualTo(
                            Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("user_message_reference")));
            assertThat(report.esmClass()).isEqualTo(4);
            assertThat(report.dataCoding()).isZero();
            assertThat(report.source()).isEqualTo(Address.international("4512345678"));
            assertThat(report.destination()).isEqualTo(Address.alphanumeric("Shop"));
        }
    }

    @Test
    void a_message_without_a_reference_gets_an_empty_text() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.ask(TestClient.message("4512345678", null));
            DeliverSm report = (DeliverSm) client.delivery().body();
            assertThat(report.shortMessage().toLatin1()).endsWith(" err:000 text:");
            assertThat(report.tlvs().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"4512345678,stat:DELIVRD err:000", "4599000000,stat:UNDELIV err:019", "4599100000,stat:EXPIRED err:033"
    })
    void the_longest_fitting_prefix_decides_the_outcome(String number, String outcome) throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("b"), "shop")) {
            client.ask(TestClient.message(number, null));
            assertThat(client.acknowledgedReport()).contains(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,1,1", "2,0,1", "3,1,0", "16,0,0"})
    void reports_come_only_when_registered_delivery_asks(int wish, int delivered, int undelivered) throws Exception {
        try (TestClient client = TestClient.transmitter(gateway.host("a"), "shop")) {
            client.ask(TestClient.message(Address.international("4512345678"), wish, 0, null));
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(delivered);
            client.ask(TestClient.message(Address.international("4599000000"), wish, 0, null));
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(delivered + undelivered);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:DELIVRD err:000"
                        + " text:user_message_reference",
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181145 done date:2011181145 stat:UNDELIV err:019"
                        + " text:user_message_reference"
            })
    void both_report_strings_of_the_page_are_sent_verbatim_by_the_raw_report_call(String text) throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            gateway.simulator()
                    .sendReport("shop", text, Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("whole")));
            Envelope delivery = client.delivery();
            assertThat(TestClient.text(delivery)).isEqualTo(text);
            DeliverSm report = (DeliverSm) delivery.body();
            assertThat(report.esmClass()).isEqualTo(4);
            assertThat(report.tlvs().first(Tlv.USER_MESSAGE_REFERENCE)).contains(Octets.ofLatin1("whole"));
            client.acknowledge(delivery);
            assertThat(gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 0, SOON))
                    .isTrue();
            assertThat(gateway.simulator().acknowledgements())
                    .containsExactly(new Acknowledgement(text, "shop", CommandStatus.ESME_ROK, "a"));
        }
    }

    @Test
    void a_mobile_originated_message_has_esm_class_0() throws Exception {
        try (TestClient client = TestClient.receiver(gateway.host("a"), "shop")) {
            Address from = Address.international("4512345678");
            Address to = Address.international("1204");
            gateway.simulator().sendMessage("shop", from, to, DataCoding.UCS2, Octets.ofHex("00480069"));
            DeliverSm message = (DeliverSm) client.delivery().body();
            assertThat(message.esmClass()).isZero();
            assertThat(message.source()).isEqualTo(from);
            assertThat(message.destination()).isEqualTo(to);
            assertThat(message.dataCoding()).isEqualTo(8);
            assertThat(message.userData()).isEqualTo(Octets.ofHex("00480069"));
        }
    }

    @Test
    void what_does_not_fit_in_a_deliver_sm_is_refused_at_the_call() {
        Address tooLong = Address.of(1, 1, "1".repeat(21));
        assertThatThrownBy(() -> gateway.simulator()
                        .sendMessage("shop", tooLong, Address.none(), DataCoding.DEFAULT, Octets.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source_addr");
        assertThat(gateway.simulator().reportsWaiting("shop")).isZero();
    }

    @Test
    void a_text_above_254_octets_travels_in_message_payload() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            gateway.simulator().sendReport("shop", "x".repeat(300), Tlvs.empty());
            DeliverSm report = (DeliverSm) client.delivery().body();
            assertThat(report.shortMessage().isEmpty()).isTrue();
            assertThat(report.userData().length()).isEqualTo(300);
        }
    }

    @Test
    void a_3_3_client_gets_no_optional_parameters() throws Exception {
        try (TestClient client = TestClient.connect(gateway.host("a"))) {
            client.bound(new BindTransceiver("shop", "", "", 0x33, 0, 0, ""));
            client.ask(TestClient.message("4512345678", "ref"));
            DeliverSm report = (DeliverSm) client.delivery().body();
            assertThat(report.tlvs().isEmpty()).isTrue();
            assertThat(report.shortMessage().toLatin1()).endsWith("text:ref");
        }
    }

    @Test
    void a_report_follows_its_answer_and_never_comes_before_it() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            for (int i = 0; i < 200; i++) {
                int number = client.send(TestClient.message("4512345678", "r" + i));
                Envelope first = client.read();
                assertThat(first.body()).isInstanceOf(SubmitSmResp.class);
                assertThat(first.sequenceNumber()).isEqualTo(number);
                client.acknowledge(client.read());
            }
        }
    }

    @Test
    void a_delayed_report_is_counted_as_waiting_from_the_start() throws Exception {
        try (Simulator slow = Simulator.builder()
                        .freePorts()
                        .reportDelay(Duration.ofMillis(100))
                        .start();
                TestClient client = TestClient.transceiver(slow.host("a"), "shop")) {
            client.ask(TestClient.message("4512345678", "one"));
            client.ask(TestClient.message("4512345678", "two"));
            assertThat(slow.reportsWaiting("shop")).isEqualTo(2);
            assertThat(client.acknowledgedReport()).endsWith("text:one");
            assertThat(client.acknowledgedReport()).endsWith("text:two");
            assertThat(slow.await(() -> slow.reportsWaiting("shop") == 0, SOON)).isTrue();
        }
    }
}
