package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

class SubmitTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.onFreePorts();

    private TestClient client;

    @BeforeEach
    void bind() throws IOException {
        client = TestClient.transmitter(gateway.host("a"), "shop");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private CommandStatus statusOf(SubmitSm message) throws IOException {
        return client.ask(message).status();
    }

    private static SubmitSm with(SubmitSm m, String schedule, Octets body, Tlvs tlvs) {
        return new SubmitSm(
                m.serviceType(),
                m.source(),
                m.destination(),
                m.esmClass(),
                m.protocolId(),
                m.priorityFlag(),
                schedule,
                m.validityPeriod(),
                m.registeredDelivery(),
                m.replaceIfPresentFlag(),
                m.dataCoding(),
                m.smDefaultMsgId(),
                body,
                tlvs);
    }

    @Test
    void a_message_is_answered_with_an_id_of_ten_digits_and_stored_with_all_its_fields() throws Exception {
        SubmitSm message = TestClient.message("4512345678", "my reference");
        Envelope answer = client.ask(message);

        assertThat(answer.status().isOk()).isTrue();
        String messageId = ((SubmitSmResp) answer.body()).messageId();
        assertThat(messageId).matches("[1-9][0-9]{9}");
        assertThat(gateway.simulator().messages()).singleElement().satisfies(stored -> {
            assertThat(stored.messageId()).isEqualTo(messageId);
            assertThat(stored.systemId()).isEqualTo("shop");
            assertThat(stored.host()).isEqualTo("a");
            assertThat(stored.submitSm()).isEqualTo(message);
        });
    }

    @Test
    void ids_grow_and_are_unique_over_both_hosts() throws Exception {
        List<Long> ids = new ArrayList<>();
        try (TestClient other = TestClient.transmitter(gateway.host("b"), "shop")) {
            for (int i = 0; i < 20; i++) {
                Envelope answer = (i % 2 == 0 ? client : other).ask(TestClient.message("4512345678", null));
                ids.add(Long.parseLong(((SubmitSmResp) answer.body()).messageId()));
            }
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(gateway.simulator().messageCount()).isEqualTo(20);
    }

    @Test
    void schedule_delivery_time_is_refused() throws Exception {
        SubmitSm later = with(
                TestClient.message("4512345678", null), "000000001000000R", Octets.ofLatin1("hello"), Tlvs.empty());
        assertThat(statusOf(later)).isEqualTo(CommandStatus.ESME_RINVSCHED);
        assertThat(gateway.simulator().messageCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void destination_ton_0_and_1_are_accepted(int ton) throws Exception {
        assertThat(statusOf(TestClient.message(Address.of(ton, 1, "4512345678"), 0, 0, null))
                        .isOk())
                .isTrue();
    }

    @Test
    void destination_ton_0_is_read_as_1() throws Exception {
        try (TestClient receiver = TestClient.receiver(gateway.host("b"), "shop")) {
            client.ask(TestClient.message(Address.of(0, 1, "4512345678"), 1, 0, null));
            assertThat(gateway.simulator().messages().get(0).destination()).isEqualTo(Address.of(1, 1, "4512345678"));
            DeliverSm report = (DeliverSm) receiver.delivery().body();
            assertThat(report.source()).isEqualTo(Address.of(1, 1, "4512345678"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 255})
    void any_other_destination_ton_is_ESME_RINVDSTTON(int ton) throws Exception {
        assertThat(statusOf(TestClient.message(Address.of(ton, 1, "4512345678"), 0, 0, null)))
                .isEqualTo(CommandStatus.ESME_RINVDSTTON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "45x", "Shop"})
    void a_destination_that_is_no_number_is_ESME_RINVDSTADR(String number) throws Exception {
        assertThat(statusOf(TestClient.message(Address.of(1, 1, number), 0, 0, null)))
                .isEqualTo(CommandStatus.ESME_RINVDSTADR);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 8, 24, 240})
    void the_data_codings_of_the_page_are_accepted(int dataCoding) throws Exception {
        assertThat(statusOf(TestClient.message(Address.international("4512345678"), 0, dataCoding, null))
                        .isOk())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 244, 255})
    void any_other_data_coding_is_refused_with_the_status_of_smpp_5_for_it(int dataCoding) throws Exception {
        assertThat(statusOf(TestClient.message(Address.international("4512345678"), 0, dataCoding, null)))
                .isEqualTo(CommandStatus.of(0x0104));
    }

    @Test
    void message_payload_carries_a_message_above_254_octets_but_not_beside_short_message() throws Exception {
        SubmitSm plain = TestClient.message("4512345678", null);
        Tlvs payload = Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.of(new byte[39_015]));
        assertThat(statusOf(with(plain, "", Octets.empty(), payload)).isOk()).isTrue();
        assertThat(statusOf(with(plain, "", Octets.ofLatin1("hello"), payload)))
                .isEqualTo(CommandStatus.ESME_RINVMSGLEN);
    }

    @Test
    void the_tlvs_of_the_page_are_taken_and_others_ignored() throws Exception {
        Tlvs tlvs = Tlvs.empty()
                .with(Tlv.DEST_ADDR_SUBUNIT, 1)
                .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("a reference of any length"))
                .with(Tlv.MESSAGE_PAYLOAD, Octets.ofLatin1("hello"))
                .with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium"))
                .with(Tlv.LANGUAGE_INDICATOR, 1)
                .with(0x3FFF, Octets.ofHex("CAFE"));
        SubmitSm message = with(TestClient.unreported(), "", Octets.empty(), tlvs);
        assertThat(statusOf(message).isOk()).isTrue();
        assertThat(gateway.simulator().messages()).singleElement().satisfies(stored -> assertThat(stored.submitSm())
                .isEqualTo(message));
    }

    @Test
    void a_batch_in_one_write_is_answered_whole_and_in_order() throws Exception {
        Envelope[] batch = new Envelope[500];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = Envelope.request(i + 100, TestClient.message("4512345678", null));
        }
        client.write(batch);
        for (Envelope request : batch) {
            assertThat(client.read().sequenceNumber()).isEqualTo(request.sequenceNumber());
        }
    }

    @Test
    void the_store_keeps_the_newest_and_counts_all() throws Exception {
        try (Simulator small = Simulator.builder().freePorts().storeLimit(3).start();
                TestClient sender = TestClient.transmitter(small.host("a"), "shop")) {
            for (int i = 0; i < 10; i++) {
                sender.ask(TestClient.message("4512345678", "r" + i));
            }
            assertThat(small.messageCount()).isEqualTo(10);
            assertThat(small.messages())
                    .extracting(stored -> stored.submitSm()
                            .tlvs()
                            .first(Tlv.USER_MESSAGE_REFERENCE)
                            .orElseThrow()
                            .toLatin1())
                    .containsExactly("r7", "r8", "r9");
        }
    }
}
