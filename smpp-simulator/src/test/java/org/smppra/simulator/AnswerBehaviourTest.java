package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** Bad days in how requests are answered, counted at the client. */
class AnswerBehaviourTest {
    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO).clock(clock));

    private TestClient client;

    @BeforeEach
    void bind() throws IOException {
        client = TestClient.transceiver(gateway.host("a"), "shop");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void on(String behaviour) {
        gateway.simulator().behaviours().switchOn(behaviour);
    }

    private void allOff() {
        assertThat(gateway.simulator().behaviours().switchOffAll()).isPositive();
    }

    private List<Integer> statuses(int requests) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(client.ask(TestClient.unreported()).status().value());
        }
        return statuses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x58", "0x14", "0x08", "0x0D", "0x0401", "0xFFFFFFFF"})
    void answers_with_any_command_status_and_nothing_is_stored(String status) throws Exception {
        on("answer-status status=" + status);
        Envelope answer = client.ask(TestClient.unreported());
        assertThat(answer.body()).isInstanceOf(SubmitSmResp.class);
        assertThat(answer.status().value()).isEqualTo(Integer.parseUnsignedInt(status.substring(2), 16));
        assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        assertThat(gateway.simulator().messageCount()).isZero();
        allOff();
        assertThat(statuses(1)).containsExactly(0);
        assertThat(gateway.simulator().messageCount()).isEqualTo(1);
    }

    @Test
    void throttles_what_is_above_a_rate() throws Exception {
        on("answer-status status=0x58 above=3");
        assertThat(statuses(5)).containsExactly(0, 0, 0, 0x58, 0x58);
        clock.move(Duration.ofMillis(999));
        assertThat(statuses(1)).containsExactly(0x58);
        clock.move(Duration.ofMillis(1));
        assertThat(statuses(4)).containsExactly(0, 0, 0, 0x58);
    }

    @Test
    void answers_an_error_with_a_body() throws Exception {
        on("answer-status status=0x45 body=yes count=1");
        client.send(TestClient.unreported());
        ByteBuffer octets = ByteBuffer.wrap(client.readFrame());
        assertThat(octets.getInt(4)).isEqualTo(0x80000004);
        assertThat(octets.getInt(8)).isEqualTo(0x45);
        assertThat(octets.limit()).isGreaterThan(17);
        client.send(TestClient.unreported());
        assertThat(ByteBuffer.wrap(client.readFrame()).getInt(8)).isZero();
    }

    @Test
    void a_bind_may_be_refused_with_a_body_too() throws Exception {
        on("answer-status command=bind status=0x0D body=yes");
        try (TestClient second = TestClient.connect(gateway.host("a"))) {
            second.send(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            ByteBuffer octets = ByteBuffer.wrap(second.readFrame());
            assertThat(octets.getInt(4)).isEqualTo(0x80000009);
            assertThat(octets.getInt(8)).isEqualTo(0x0D);
            assertThat(octets.limit()).isGreaterThan(17);
            assertThat(gateway.host("a").binds()).hasSize(1);
            allOff();
            assertThat(second.ask(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""))
                            .status()
                            .isOk())
                    .isTrue();
        }
    }

    @Test
    void answers_late_so_that_others_overtake() throws Exception {
        on("answer-late delay=2s count=1");
        int late = client.send(TestClient.message("4512345678", "late"));
        int second = client.send(TestClient.unreported());
        assertThat(client.read().sequenceNumber()).isEqualTo(second);
        Envelope answer = client.read();
        assertThat(answer.sequenceNumber()).isEqualTo(late);
        assertThat(answer.status().isOk()).isTrue();
        assertThat(TestClient.text(client.read()))
                .as("the report comes behind the answer even so")
                .endsWith("text:late");
    }

    @Test
    void a_late_answer_to_a_bind_comes_before_any_report() throws Exception {
        client.close();
        gateway.simulator().await(() -> gateway.host("a").binds().isEmpty(), Duration.ofSeconds(30));
        gateway.simulator().sendReport("shop", "waiting", Tlvs.empty());
        on("answer-late command=bind delay=200ms count=1");
        try (TestClient second = TestClient.connect(gateway.host("a"))) {
            second.send(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            assertThat(second.read().body()).isInstanceOf(BindTransceiverResp.class);
            assertThat(TestClient.text(second.read())).isEqualTo("waiting");
        }
    }

    @Test
    void a_late_answer_to_unbind_ends_the_session_late() throws Exception {
        on("answer-late command=unbind delay=2s");
        int unbind = client.send(new Unbind());
        int enquiry = client.send(new EnquireLink());
        assertThat(client.read().sequenceNumber()).isEqualTo(enquiry);
        Envelope answer = client.read();
        assertThat(answer.sequenceNumber()).isEqualTo(unbind);
        assertThat(answer.body()).isEqualTo(new UnbindResp());
        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void answers_never_but_takes_the_message_and_reports_it() throws Exception {
        on("answer-never count=1");
        client.send(TestClient.message("4512345678", "lost answer"));
        assertThat(client.read().body()).isInstanceOf(DeliverSm.class);
        int second = client.send(TestClient.unreported());
        assertThat(client.read().sequenceNumber()).isEqualTo(second);
        assertThat(gateway.simulator().messageCount()).isEqualTo(2);
    }

    @Test
    void answers_out_of_order() throws Exception {
        on("answer-out-of-order size=5 wait=1h");
        List<Integer> sent = new ArrayList<>();
        List<Integer> answered = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sent.add(client.send(TestClient.unreported()));
        }
        for (int i = 0; i < 10; i++) {
            answered.add(client.read().sequenceNumber());
        }
        assertThat(sent).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(answered).containsExactly(6, 5, 4, 3, 2, 11, 10, 9, 8, 7);
    }

    @Test
    void answers_that_wait_for_others_go_out_in_the_end() throws Exception {
        on("answer-out-of-order size=5 wait=2s");
        int first = client.send(TestClient.unreported());
        int second = client.send(TestClient.unreported());
        assertThat(client.read().sequenceNumber()).isEqualTo(second);
        assertThat(client.read().sequenceNumber()).isEqualTo(first);
    }

    @Test
    void answers_that_are_kept_go_out_when_it_is_switched_off() throws Exception {
        on("answer-out-of-order size=5 wait=1h");
        client.send(TestClient.unreported());
        client.ask(new EnquireLink());
        client.send(TestClient.unreported());
        client.ask(new EnquireLink());
        allOff();
        assertThat(client.read().sequenceNumber()).isEqualTo(4);
        assertThat(client.read().sequenceNumber()).isEqualTo(2);
    }

    @Test
    void answers_twice() throws Exception {
        on("answer-twice");
        int number = client.send(TestClient.unreported());
        byte[] answer = client.readFrame();
        assertThat(ByteBuffer.wrap(answer).getInt(12)).isEqualTo(number);
        assertThat(client.readFrame()).isEqualTo(answer);
        assertThat(gateway.simulator().messageCount()).isEqualTo(1);
        allOff();
        client.send(TestClient.unreported());
        client.read();
        assertThat(client.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
    }

    @ParameterizedTest
    @CsvSource({"own,1", "zero,0"})
    void answers_generic_nack_with_its_number_or_none(String sequence, int expected) throws Exception {
        try (TestClient second = TestClient.connect(gateway.host("a"))) {
            on("answer-nack command=bind sequence=" + sequence);
            second.send(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            assertThat(second.read())
                    .isEqualTo(new Envelope(CommandStatus.ESME_RINVCMDID, expected, new GenericNack()));
        }
    }

    @Test
    void stops_answering_enquire_link() throws Exception {
        on("enquire-unanswered");
        client.send(new EnquireLink());
        client.send(new EnquireLink());
        int message = client.send(TestClient.unreported());
        assertThat(client.read().sequenceNumber()).isEqualTo(message);
        assertThat(gateway.simulator().behaviours().active().get(0).struck()).isEqualTo(2);
        allOff();
        assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
    }

    @Test
    void a_bind_of_3_4_may_be_answered_without_a_version() throws Exception {
        on("no-version");
        try (TestClient second = TestClient.connect(gateway.host("a"))) {
            Envelope answer = second.ask(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            assertThat(answer.status().isOk()).isTrue();
            assertThat(answer.body()).isEqualTo(new BindTransceiverResp("smpp-simulator", Tlvs.empty()));
        }
    }

    @Test
    void unknown_tlvs_come_in_answers_and_in_deliver_sm() throws Exception {
        on("unknown-tlv tag=0x1501 value=0A0B");
        Octets value = Octets.ofHex("0A0B");
        SubmitSmResp answer =
                (SubmitSmResp) client.ask(TestClient.message("4512345678", "r")).body();
        assertThat(answer.tlvs().first(0x1501)).contains(value);
        DeliverSm report = (DeliverSm) client.delivery().body();
        assertThat(report.tlvs().first(0x1501)).contains(value);
        assertThat(report.tlvs().first(Tlv.USER_MESSAGE_REFERENCE)).contains(Octets.ofLatin1("r"));
        try (TestClient second = TestClient.connect(gateway.host("b"))) {
            BindTransceiverResp bound =
                    (BindTransceiverResp) second.ask(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""))
                            .body();
            assertThat(bound.tlvs().first(0x1501)).contains(value);
        }
    }
}
