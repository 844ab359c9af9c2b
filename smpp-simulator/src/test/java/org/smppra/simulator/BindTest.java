package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

class BindTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    final SimulatorExtension open = SimulatorExtension.onFreePorts();

    @RegisterExtension
    final SimulatorExtension shop = SimulatorExtension.of(builder -> builder.account("shop", "secret"));

    private static BindTransceiver bind(String systemId, String password) {
        return new BindTransceiver(systemId, password, "", 0x34, 0, 0, "");
    }

    @Test
    void any_system_id_and_password_may_bind_where_no_account_is_configured() throws Exception {
        try (TestClient client = TestClient.connect(open.host("a"))) {
            Envelope answer = client.ask(bind("anyone", "anything"));
            assertThat(answer.status()).isEqualTo(CommandStatus.ESME_ROK);
            assertThat(answer.body())
                    .isEqualTo(new BindTransceiverResp(
                            "smpp-simulator", Tlvs.empty().with(Tlv.SC_INTERFACE_VERSION, 0x34)));
        }
    }

    @Test
    void all_three_binds_are_answered_each_by_its_own_answer() throws Exception {
        try (TestClient client = TestClient.connect(open.host("a"));
                TestClient second = TestClient.connect(open.host("a"))) {
            assertThat(client.ask(new BindReceiver("x", "", "", 0x34, 0, 0, "")).body())
                    .isInstanceOf(BindReceiverResp.class);
            assertThat(second.ask(new BindTransmitter("x", "", "", 0x34, 0, 0, ""))
                            .body())
                    .isInstanceOf(BindTransmitterResp.class);
            assertThat(open.host("a").binds())
                    .extracting(BindView::bindType)
                    .containsExactlyInAnyOrder(BindType.RECEIVER, BindType.TRANSMITTER);
        }
    }

    @Test
    void a_bind_of_3_3_is_told_no_interface_version() throws Exception {
        try (TestClient client = TestClient.connect(open.host("a"))) {
            Envelope answer = client.ask(new BindTransceiver("x", "", "", 0x33, 0, 0, ""));
            assertThat(answer.body()).isEqualTo(new BindTransceiverResp("smpp-simulator", Tlvs.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EX", "anything"})
    void system_type_is_ignored(String systemType) throws Exception {
        try (TestClient client = TestClient.connect(shop.host("a"))) {
            assertThat(client.ask(new BindTransceiver("shop", "secret", systemType, 0x34, 0, 0, ""))
                            .status()
                            .isOk())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x33})
    void a_3_3_client_gets_message_ids_of_eight_hexadecimal_digits_also_in_reports(int version) throws Exception {
        try (TestClient transmitter = TestClient.connect(open.host("a"));
                TestClient receiver = TestClient.connect(open.host("b"))) {
            transmitter.bound(new BindTransmitter("shop", "", "", version, 0, 0, ""));
            receiver.bound(new BindReceiver("shop", "", "", version, 0, 0, ""));
            Envelope answer = transmitter.ask(TestClient.message("4512345678", "ref"));
            String id = ((SubmitSmResp) answer.body()).messageId();
            assertThat(id).matches("[0-9A-F]{8}");
            assertThat(open.simulator().messages().get(0).messageId()).isEqualTo(id);
            Envelope report = receiver.delivery();
            assertThat(TestClient.text(report)).startsWith("id:" + id + " ");
            assertThat(((DeliverSm) report.body()).tlvs().isEmpty()).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_ESME_RINVPASWD_and_an_unknown_system_id_ESME_RINVSYSID() throws Exception {
        try (TestClient client = TestClient.connect(shop.host("b"))) {
            assertThat(client.ask(bind("shop", "wrong")).status()).isEqualTo(CommandStatus.ESME_RINVPASWD);
            assertThat(client.ask(bind("shed", "secret")).status()).isEqualTo(CommandStatus.ESME_RINVSYSID);
            assertThat(shop.host("b").binds()).isEmpty();
            assertThat(client.ask(bind("shop", "secret")).status()).isEqualTo(CommandStatus.ESME_ROK);
            assertThat(shop.simulator().bindAttempts()).isEqualTo(3);
        }
    }

    @Test
    void a_second_bind_on_a_session_is_ESME_RALYBND() throws Exception {
        try (TestClient client = TestClient.transceiver(open.host("a"), "shop")) {
            assertThat(client.ask(bind("shop", "secret")).status()).isEqualTo(CommandStatus.ESME_RALYBND);
            assertThat(open.host("a").binds()).hasSize(1);
        }
    }

    @Test
    void several_binds_of_an_account_on_a_host_are_allowed() throws Exception {
        try (TestClient one = TestClient.transceiver(open.host("a"), "shop");
                TestClient two = TestClient.transceiver(open.host("a"), "shop")) {
            assertThat(open.host("a").binds()).extracting(BindView::systemId).containsExactly("shop", "shop");
            assertThat(open.host("b").binds()).isEmpty();
            assertThat(one.ask(new EnquireLink()).status().isOk()).isTrue();
            assertThat(two.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void a_request_before_the_bind_is_ESME_RINVBNDSTS() throws Exception {
        try (TestClient client = TestClient.connect(open.host("a"))) {
            Envelope answer = client.ask(TestClient.message("4512345678", null));
            assertThat(answer.status()).isEqualTo(CommandStatus.ESME_RINVBNDSTS);
            assertThat(answer.body()).isInstanceOf(SubmitSmResp.class);
            assertThat(client.ask(new Unbind()).status()).isEqualTo(CommandStatus.ESME_RINVBNDSTS);
            assertThat(open.simulator().messageCount()).isZero();
        }
    }

    @Test
    void submit_sm_on_a_receiver_and_deliver_sm_from_a_client_are_ESME_RINVBNDSTS() throws Exception {
        try (TestClient client = TestClient.receiver(open.host("a"), "shop")) {
            assertThat(client.ask(TestClient.message("4512345678", null)).status())
                    .isEqualTo(CommandStatus.ESME_RINVBNDSTS);
            DeliverSm wrongWay = Deliveries.report(
                    org.smppra.message.Address.none(), org.smppra.message.Address.none(), "", Tlvs.empty());
            assertThat(client.ask(wrongWay).status()).isEqualTo(CommandStatus.ESME_RINVBNDSTS);
        }
    }

    @Test
    void enquire_link_is_answered_in_each_state() throws Exception {
        try (TestClient client = TestClient.connect(open.host("a"))) {
            assertThat(client.ask(new EnquireLink())).isEqualTo(Envelope.request(1, new EnquireLinkResp()));
            client.bound(bind("shop", "secret"));
            assertThat(client.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
        }
    }

    @Test
    void unbind_is_answered_in_each_bound_state() throws Exception {
        for (TestClient bound : List.of(
                TestClient.transceiver(open.host("a"), "shop"),
                TestClient.receiver(open.host("a"), "shop"),
                TestClient.transmitter(open.host("a"), "shop"))) {
            try (bound) {
                assertThat(bound.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
                assertThat(bound.ask(new Unbind())).isEqualTo(Envelope.request(3, new UnbindResp()));
                assertThat(bound.isClosedByPeer()).isTrue();
            }
        }
    }

    @Test
    void unbind_is_answered_and_the_connection_closed() throws Exception {
        try (TestClient client = TestClient.transceiver(open.host("a"), "shop")) {
            Envelope answer = client.ask(new Unbind());
            assertThat(answer.body()).isEqualTo(new UnbindResp());
            assertThat(answer.status().isOk()).isTrue();
            assertThat(client.isClosedByPeer()).isTrue();
        }
        assertThat(open.simulator().await(() -> open.host("a").connections() == 0, SOON))
                .isTrue();
        assertThat(open.host("a").binds()).isEmpty();
    }

    @Test
    void a_connection_that_does_not_bind_in_time_is_closed() throws Exception {
        try (Simulator hasty = Simulator.builder()
                        .freePorts()
                        .bindTimeout(Duration.ofMillis(200))
                        .start();
                TestClient bound = TestClient.transceiver(hasty.host("a"), "shop");
                TestClient silent = TestClient.connect(hasty.host("a"))) {
            assertThat(silent.isClosedByPeer()).isTrue();
            assertThat(bound.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }
}
