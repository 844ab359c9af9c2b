package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;

/** PDUs in pieces, in heaps, unknown, misplaced or broken: the link lives through them all. */
class UnexpectedPduTest {
    /** What the engine answered to this: so many, and no more before the next sign of life. */
    private static List<Envelope> answersTo(byte[] octets, int count) {
        List<Envelope> answers = new CopyOnWriteArrayList<>();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    connection.write(octets);
                    for (int i = 0; i < count; i++) {
                        answers.add(connection.read());
                    }
                    connection.write(Envelope.request(99, new EnquireLink()));
                    answers.add(connection.read());
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).with(RunningEngine.acknowledging())) {
            RunningEngine.await(() -> answers.size() == count + 1);
            assertThat(answers.get(count)).isEqualTo(RawConnection.ok(99, new EnquireLinkResp()));
            engine.awaitBound(1);
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
            assertThat(peer.accepted()).isEqualTo(1);
        }
        return answers.subList(0, count);
    }

    /** broadcast_sm of SMPP 5.0, two of vendors, none. */
    @ParameterizedTest
    @ValueSource(strings = {"00000111", "00010200", "0A0B0C0D", "00000000"})
    void an_unknown_command_is_answered_generic_nack_ESME_RINVCMDID(String commandId) {
        assertThat(answersTo(RawConnection.hex("00000014 " + commandId + " 00000000 80000007 41424300"), 1))
                .containsExactly(Envelope.answer(CommandId.GENERIC_NACK, 0x80000007, CommandStatus.ESME_RINVCMDID));
    }

    @Test
    void an_answer_of_an_unknown_command_is_not_answered() {
        assertThat(answersTo(RawConnection.hex("00000010 80000111 00000000 00000007"), 0))
                .isEmpty();
    }

    /** bind_transceiver and submit_sm, which only we may send. */
    @ParameterizedTest
    @CsvSource({
        "0000001F 00000009 00000000 00000007 4100 4200 00 34 00 00 00 000000000000, BIND_TRANSCEIVER",
        "00000025 00000004 00000000 00000007 00 0101 3400 0101 3500 00 00 00 00 00 01 00 00 00 00, SUBMIT_SM"
    })
    void a_clients_request_from_the_host_is_refused_with_its_own_answer(String octets, CommandId command) {
        assertThat(answersTo(pad(octets), 1))
                .containsExactly(Envelope.answer(command, 7, CommandStatus.ESME_RINVCMDID));
    }

    /** With the length that it has. */
    private static byte[] pad(String octets) {
        byte[] pdu = RawConnection.hex(octets);
        pdu[3] = (byte) pdu.length;
        return pdu;
    }

    private static byte[] deliverSm(String tail) {
        return pad("00000000 00000005 00000000 00000007 00 0101 3400 0101 3500 00 00 00 00 00 00 00 00 00 " + tail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02 4142", // no optional parameter
                "02 4142 1401 0003 010203", // a vendor's
                "02 4142 FFFF 0000", // an unknown one, empty
                "02 4142 0427 0003 020202", // message_state of three octets
                "00 0424 0002 4142 0424 0002 4142" // twice the same
            })
    void an_unknown_or_odd_tlv_is_no_reason_to_refuse_a_message(String tail) {
        assertThat(answersTo(deliverSm(tail), 1))
                .containsExactly(RawConnection.ok(7, new DeliverSmResp("", Tlvs.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "02 4142 0427 0002 02, 0xC0", // the TLV ends after the PDU
        "02 4142 0427 00, 0xC0", // half a TLV
        "02 4142 04, 0xC0",
        "05 4142, 0x01", // sm_length beyond the end
        "FF, 0x01"
    })
    void a_broken_deliver_sm_is_refused_with_its_own_answer(String tail, String status) {
        assertThat(answersTo(deliverSm(tail), 1)).singleElement().satisfies(answer -> {
            assertThat(answer.body()).isInstanceOf(DeliverSmResp.class);
            assertThat(answer.sequenceNumber()).isEqualTo(7);
            assertThat(answer.status()).isEqualTo(CommandStatus.of(Integer.decode(status)));
        });
    }

    @Test
    void a_bind_resp_whose_optional_parameters_are_cut_is_believed() {
        try (RawPeer peer = new RawPeer(connection -> {
                    int number = connection.read().sequenceNumber();
                    connection.write(RawConnection.hex(
                            "00000014 80000009 00000000 " + String.format("%08X", number) + " 4100 0210"));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
        }
    }

    private static byte[] stream() {
        List<Envelope> pdus = new ArrayList<>();
        pdus.add(Envelope.request(1, RawConnection.message("split")));
        pdus.add(Envelope.request(2, new EnquireLink()));
        DeliverSm withTlv = RawConnection.message("");
        pdus.add(Envelope.request(
                3,
                new DeliverSm(
                        "",
                        withTlv.source(),
                        withTlv.destination(),
                        0,
                        0,
                        0,
                        "",
                        "",
                        0,
                        0,
                        0,
                        0,
                        Octets.empty(),
                        Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.ofLatin1("y".repeat(40))))));
        return RawConnection.octets(pdus.toArray(Envelope[]::new));
    }

    /** A question goes ahead of the first piece, in one segment; its answer shows that the piece was read. */
    @Test
    void pdus_may_be_cut_at_every_octet() {
        byte[] stream = stream();
        AtomicInteger cuts = new AtomicInteger();
        byte[] question = RawConnection.octets(Envelope.request(98, new EnquireLink()));
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    for (int cut = 0; cut <= stream.length; cut++) {
                        byte[] first = java.util.Arrays.copyOf(question, question.length + cut);
                        System.arraycopy(stream, 0, first, question.length, cut);
                        connection.write(first);
                        List<Integer> answers = new ArrayList<>();
                        answers.add(connection.read().sequenceNumber());
                        connection.write(java.util.Arrays.copyOfRange(stream, cut, stream.length));
                        while (answers.size() < 4) {
                            answers.add(connection.read().sequenceNumber());
                        }
                        assertThat(answers).containsExactlyInAnyOrder(98, 1, 2, 3);
                        cuts.incrementAndGet();
                    }
                    for (byte octet : stream) {
                        connection.write(new byte[] {octet});
                    }
                    assertThat(IntStream.range(0, 3)
                                    .map(i -> numberOf(connection))
                                    .toArray())
                            .containsExactlyInAnyOrder(1, 2, 3);
                    cuts.incrementAndGet();
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).with(RunningEngine.acknowledging())) {
            RunningEngine.await(() -> cuts.get() == stream.length + 2);
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    private static int numberOf(RawConnection connection) {
        try {
            return connection.read().sequenceNumber();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void many_pdus_in_one_segment_are_all_answered() {
        int count = 2_000;
        List<Class<? extends Pdu>> answers = new CopyOnWriteArrayList<>();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    List<Envelope> heap = new ArrayList<>();
                    for (int i = 1; i <= count; i++) {
                        heap.add(Envelope.request(i, i % 2 == 0 ? new EnquireLink() : RawConnection.message("m" + i)));
                    }
                    heap.add(RawConnection.ok(request, RawConnection.accepted("behind them")));
                    connection.write(heap.toArray(Envelope[]::new));
                    for (int i = 0; i < count; i++) {
                        answers.add(connection.read().body().getClass());
                    }
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).with(RunningEngine.acknowledging())) {
            engine.awaitBound(1);
            assertThat(((SubmitResult) Callers.submit(engine, RunningEngine.message("m")))
                            .messageId()
                            .value())
                    .isEqualTo("behind them");
            RunningEngine.await(() -> answers.size() == count);
            assertThat(answers).filteredOn(DeliverSmResp.class::equals).hasSize(count / 2);
            assertThat(answers).filteredOn(EnquireLinkResp.class::equals).hasSize(count / 2);
        }
    }
}
