package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.simulator.behaviour.ActiveBehaviour;
import org.smppra.text.LongMessages;

/** Bad days of reports, and messages from mobiles, counted at the client. */
class ReportBehaviourTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO));

    private ActiveBehaviour on(String behaviour) {
        return gateway.simulator().behaviours().switchOn(behaviour);
    }

    private boolean allAcknowledged() {
        return gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 0, SOON);
    }

    @Test
    void the_report_comes_before_the_submit_sm_resp() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour first = on("report-first");
            for (int i = 0; i < 20; i++) {
                int number = client.send(TestClient.message("4512345678", "r" + i));
                Envelope report = client.read();
                assertThat(TestClient.text(report)).endsWith("text:r" + i);
                client.acknowledge(report);
                Envelope answer = client.read();
                assertThat(answer.sequenceNumber()).isEqualTo(number);
                String id = ((SubmitSmResp) answer.body()).messageId();
                assertThat(TestClient.text(report)).startsWith("id:" + id + " ");
            }
            assertThat(first.struck()).isEqualTo(20);
            first.switchOff();
            client.send(TestClient.message("4512345678", "last"));
            assertThat(client.read().body()).isInstanceOf(SubmitSmResp.class);
            client.acknowledge(client.read());
        }
        assertThat(allAcknowledged()).isTrue();
    }

    @Test
    void the_answer_comes_even_where_no_bind_takes_the_report() throws Exception {
        on("report-first");
        try (TestClient transmitter = TestClient.transmitter(gateway.host("a"), "shop")) {
            assertThat(transmitter
                            .ask(TestClient.message("4512345678", "r"))
                            .status()
                            .isOk())
                    .isTrue();
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(1);
        }
    }

    @Test
    void reports_come_twice() throws Exception {
        on("report-twice times=3");
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.ask(TestClient.message("4512345678", "r"));
            Set<Integer> numbers = new HashSet<>();
            Set<String> texts = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                Envelope report = client.delivery();
                numbers.add(report.sequenceNumber());
                texts.add(TestClient.text(report));
                client.acknowledge(report);
            }
            assertThat(numbers).hasSize(3);
            assertThat(texts).hasSize(1);
            assertThat(allAcknowledged()).isTrue();
            client.send(new EnquireLink());
            assertThat(client.read().body()).as("no fourth").isEqualTo(new EnquireLinkResp());
            assertThat(gateway.simulator().acknowledgements()).hasSize(1);
        }
    }

    @Test
    void reports_come_on_the_other_host() throws Exception {
        ActiveBehaviour other = on("report-other-host");
        try (TestClient a = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient b = TestClient.transceiver(gateway.host("b"), "shop")) {
            for (int i = 0; i < 10; i++) {
                a.ask(TestClient.message("4512345678", "r" + i));
            }
            Set<String> texts = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                texts.add(b.acknowledgedReport());
            }
            assertThat(texts).hasSize(10);
            a.send(new EnquireLink());
            assertThat(a.read().body()).as("no report").isEqualTo(new EnquireLinkResp());
            assertThat(allAcknowledged()).isTrue();
            other.switchOff();
            a.ask(TestClient.message("4512345678", "s0"));
            a.ask(TestClient.message("4512345678", "s1"));
            assertThat(List.of(a.acknowledgedReport(), b.acknowledgedReport()))
                    .as("spread again")
                    .hasSize(2);
        }
    }

    @Test
    void a_report_for_the_other_host_waits_for_a_bind_there_and_holds_up_no_other() throws Exception {
        try (TestClient a = TestClient.transceiver(gateway.host("a"), "shop")) {
            on("report-other-host count=1");
            a.ask(TestClient.message("4512345678", "astray"));
            a.ask(TestClient.message("4512345678", "usual"));
            assertThat(a.acknowledgedReport()).endsWith("text:usual");
            assertThat(gateway.simulator().await(() -> gateway.simulator().reportsWaiting("shop") == 1, SOON))
                    .isTrue();
            try (TestClient b = TestClient.receiver(gateway.host("b"), "shop")) {
                assertThat(b.acknowledgedReport()).endsWith("text:astray");
            }
            assertThat(allAcknowledged()).isTrue();
        }
    }

    @Test
    void thousands_of_reports_come_at_once_whatever_the_window() throws Exception {
        int many = 2_000;
        ActiveBehaviour burst = on("report-burst size=" + many);
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            for (int i = 1; i < many; i++) {
                client.ask(TestClient.message("4512345678", "r" + i));
            }
            client.send(new EnquireLink());
            assertThat(client.read().body()).as("none until all").isEqualTo(new EnquireLinkResp());
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(many - 1);
            client.ask(TestClient.message("4512345678", "last"));
            List<Envelope> reports = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                reports.add(client.delivery());
            }
            assertThat(reports).extracting(TestClient::text).doesNotHaveDuplicates();
            for (Envelope report : reports) {
                client.acknowledge(report);
            }
            assertThat(allAcknowledged()).isTrue();
            assertThat(burst.struck()).isEqualTo(many);
        }
    }

    @Test
    void reports_held_for_a_burst_come_when_it_is_switched_off() throws Exception {
        ActiveBehaviour burst = on("report-burst size=1000");
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.ask(TestClient.message("4512345678", "one"));
            client.ask(TestClient.message("4512345678", "two"));
            burst.switchOff();
            assertThat(client.acknowledgedReport()).endsWith("text:one");
            assertThat(client.acknowledgedReport()).endsWith("text:two");
        }
        assertThat(allAcknowledged()).isTrue();
    }

    @Test
    void messages_come_from_a_mobile_at_intervals() throws Exception {
        try (TestClient client = TestClient.receiver(gateway.host("a"), "shop")) {
            on("mobile-originated from=4599887766 to=1204 text=\"Hello there\" interval=1ms count=3");
            for (int i = 0; i < 3; i++) {
                Envelope delivery = client.delivery();
                DeliverSm message = (DeliverSm) delivery.body();
                assertThat(message.esmClass()).isZero();
                assertThat(message.source()).isEqualTo(Address.international("4599887766"));
                assertThat(message.destination()).isEqualTo(Address.international("1204"));
                assertThat(message.userData()).isEqualTo(Octets.ofLatin1("Hello there"));
                client.acknowledge(delivery);
            }
            assertThat(allAcknowledged()).isTrue();
            assertThat(client.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
        }
    }

    @ParameterizedTest
    @CsvSource({"udh8,rising", "udh8,falling", "udh16,rising", "sar,rising", "sar,falling"})
    void messages_come_in_parts_over_different_binds(String header, String order) throws Exception {
        try (TestClient a = TestClient.receiver(gateway.host("a"), "shop");
                TestClient b = TestClient.receiver(gateway.host("b"), "shop")) {
            on("mobile-originated text=abc parts=4 header=" + header + " order=" + order + " count=1");
            List<DeliverSm> fromA = deliveries(a, 2);
            List<DeliverSm> fromB = deliveries(b, 2);
            assertThat(allAcknowledged()).isTrue();
            TreeMap<Integer, String> parts = new TreeMap<>();
            Set<Integer> references = new HashSet<>();
            for (List<DeliverSm> each : List.of(fromA, fromB)) {
                assertThat(Part.of(each.get(0)).number() < Part.of(each.get(1)).number())
                        .isEqualTo(order.equals("rising"));
                for (DeliverSm message : each) {
                    Part part = Part.of(message);
                    assertThat(part.total()).isEqualTo(4);
                    assertThat(part.form()).isEqualTo(header);
                    references.add(part.reference());
                    parts.put(part.number(), part.text());
                }
            }
            assertThat(references).hasSize(1);
            assertThat(parts).containsOnlyKeys(1, 2, 3, 4);
            assertThat(String.join("", parts.values())).matches("(abc )+a?b?c?");
        }
    }

    private static List<DeliverSm> deliveries(TestClient client, int count) throws IOException {
        List<DeliverSm> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Envelope delivery = client.delivery();
            client.acknowledge(delivery);
            all.add((DeliverSm) delivery.body());
        }
        return all;
    }

    @Test
    void each_message_may_be_answered_by_one_from_a_mobile() throws Exception {
        on("mobile-originated command=submit_sm text=Thanks");
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            for (int i = 0; i < 3; i++) {
                client.ask(TestClient.unreported());
                assertThat(client.acknowledgedReport()).isEqualTo("Thanks");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"UDH_8,3", "UDH_16,3", "SAR,3", "PAYLOAD,1"})
    void a_long_text_is_sent_whole_or_in_parts_by_the_api(LongMessages how, int count) throws Exception {
        try (TestClient client = TestClient.receiver(gateway.host("a"), "shop")) {
            String text = "x".repeat(400);
            Address from = Address.international("4512345678");
            assertThat(gateway.simulator().sendMessage("shop", from, Address.international("1204"), text, how))
                    .isEqualTo(count);
            StringBuilder whole = new StringBuilder();
            for (DeliverSm message : deliveries(client, count)) {
                whole.append(
                        count == 1
                                ? message.userData().toLatin1()
                                : Part.of(message).text());
            }
            assertThat(whole).hasToString(text);
        }
    }

    /** What a deliver_sm says of its place in a longer message. 3GPP TS 23.040 section 9.2.3.24, SMPP 3.4 5.3.2.22. */
    private record Part(String form, int reference, int total, int number, String text) {
        static Part of(DeliverSm message) {
            Octets data = message.userData();
            if ((message.esmClass() & 0x40) == 0) {
                return new Part(
                        "sar",
                        message.tlvs().get(Tlv.SAR_MSG_REF_NUM).orElseThrow(),
                        message.tlvs().get(Tlv.SAR_TOTAL_SEGMENTS).orElseThrow(),
                        message.tlvs().get(Tlv.SAR_SEGMENT_SEQNUM).orElseThrow(),
                        data.toLatin1());
            }
            boolean wide = data.at(1) == 8;
            int at = wide ? 5 : 4;
            int reference = wide ? data.at(3) << 8 | data.at(4) : data.at(3);
            String text = data.slice(data.at(0) + 1, data.length()).toLatin1();
            return new Part(wide ? "udh16" : "udh8", reference, data.at(at), data.at(at + 1), text);
        }
    }
}
