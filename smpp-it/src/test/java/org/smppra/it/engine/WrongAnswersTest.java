package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.Outcome;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.link.LinkCounter;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.SubmitSm;

/** Answers that come too late, too early, twice, to nothing, or of the wrong kind. */
class WrongAnswersTest {
    private static final int SCALE = Integer.getInteger("smpp.test.scale", 1);

    private static String id(Object fate) {
        assertThat(fate).isInstanceOf(SubmitResult.class);
        return ((SubmitResult) fate).messageId().value();
    }

    private static Envelope nack(int sequenceNumber, CommandStatus status) {
        return new Envelope(status, sequenceNumber, new GenericNack());
    }

    @Test
    void a_late_answer_is_no_other_requests_answer() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope first = connection.read(SubmitSm.class);
                    Envelope second = connection.read(SubmitSm.class); // the first one's slot is free: its time is over
                    connection.write(
                            RawConnection.ok(first, RawConnection.accepted("late")),
                            RawConnection.ok(second, RawConnection.accepted("second")));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setWindowSize(1);
                            p.setResponseTimeoutMillis(2_000);
                        })
                        .awaitBound(1)) {
            List<Object> fates = Callers.inTurn(engine, 4);
            assertThat(fates.get(0)).isInstanceOf(SubmitOutcomeUnknownException.class);
            assertThat(fates.subList(1, 4)).extracting(WrongAnswersTest::id).containsExactly("second", "id-4", "id-5");
            assertThat(engine.account().linkCounters().get(peer.address()))
                    .containsEntry(LinkCounter.UNANSWERED, 1L)
                    .containsEntry(LinkCounter.LATE, 1L);
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    /** So that a late answer can never meet a request that has its number; the wrap: see WindowProperties. */
    @Test
    void no_sequence_number_is_used_twice_on_a_connection_while_old_requests_stay_open() throws Exception {
        int count = 5_000 * SCALE;
        Set<Integer> numbers = new HashSet<>();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope open = connection.read(SubmitSm.class);
                    numbers.add(open.sequenceNumber());
                    for (int i = 0; i < count; i++) {
                        Envelope request = connection.read(SubmitSm.class);
                        assertThat(numbers.add(request.sequenceNumber())).isTrue();
                        connection.write(RawConnection.ok(request, RawConnection.accepted("n")));
                    }
                    connection.write(RawConnection.ok(open, RawConnection.accepted("held")));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setWindowSize(2)).awaitBound(1)) {
            Callers held = Callers.start(engine, 1);
            RunningEngine.await(
                    () -> engine.account().state().hosts().get(peer.address()).outstanding() == 1);
            Callers.inTurn(engine, count).forEach(fate -> assertThat(id(fate)).isEqualTo("n"));
            assertThat(id(held.fates().get(0))).isEqualTo("held");
        }
    }

    @Test
    void ten_thousand_generic_nacks_change_nothing_and_one_for_a_request_refuses_it() {
        int each = 2_500 * SCALE;
        int[] strangers = {0, 1, Integer.MAX_VALUE, 0x80000000};
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    for (int i = 0; i < each; i++) {
                        for (int stranger : strangers) {
                            connection.write(nack(stranger, CommandStatus.ESME_RINVCMDID));
                        }
                    }
                    connection.write(nack(request.sequenceNumber(), CommandStatus.ESME_RINVCMDLEN));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            List<Object> fates = Callers.inTurn(engine, 2);
            assertThat(fates.get(0)).isInstanceOfSatisfying(SubmitRejectedException.class, e -> assertThat(
                            e.result().status())
                    .contains(CommandStatus.ESME_RINVCMDLEN));
            assertThat(id(fates.get(1))).isEqualTo("id-3");
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    @Test
    void a_generic_nack_is_a_refusal_even_if_its_status_is_0() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    connection.write(nack(connection.read(SubmitSm.class).sequenceNumber(), CommandStatus.ESME_ROK));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isNotInstanceOf(SubmitResult.class);
        }
    }

    @Test
    void answers_of_other_commands_to_nothing_and_twice_are_passed_over() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    while (true) {
                        Envelope request = connection.read(SubmitSm.class);
                        int number = request.sequenceNumber();
                        connection.write(
                                RawConnection.ok(number, new EnquireLinkResp()),
                                RawConnection.ok(number, new DeliverSmResp("", Tlvs.empty())),
                                RawConnection.ok(number, new BindTransceiverResp("again", Tlvs.empty())),
                                RawConnection.ok(number + 1, RawConnection.accepted("to nothing yet")),
                                RawConnection.ok(number - 1, RawConnection.accepted("to nothing any more")),
                                RawConnection.ok(-number, RawConnection.accepted("to no number")),
                                RawConnection.ok(number, RawConnection.accepted("right-" + number)),
                                RawConnection.ok(number, RawConnection.accepted("twice")));
                    }
                });
                RunningEngine engine =
                        new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(100)).awaitBound(1)) {
            assertThat(Callers.inTurn(engine, 50))
                    .extracting(WrongAnswersTest::id)
                    .containsExactlyElementsOf(
                            IntStream.range(2, 52).mapToObj(n -> "right-" + n).toList());
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    /** An answer to query_sm, which we never send. */
    @Test
    void an_answer_of_an_unknown_command_is_no_answer_to_a_submit_sm() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    connection.write(RawConnection.hex(
                            "00000010 80000003 00000000 " + String.format("%08X", request.sequenceNumber())));
                    connection.write(RawConnection.ok(request, RawConnection.accepted("right")));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            assertThat(id(Callers.submit(engine, RunningEngine.message("m")))).isEqualTo("right");
        }
    }

    @Test
    void an_answer_that_lost_its_last_nul_is_believed_for_its_sender_has_acted() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    connection.write(RawConnection.hex("00000013 80000004 00000000 "
                            + String.format("%08X", request.sequenceNumber()) + "414243")); // no NUL
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            List<Object> fates = Callers.inTurn(engine, 2);
            assertThat(id(fates.get(0))).isEqualTo("ABC");
            assertThat(id(fates.get(1))).isEqualTo("id-3");
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void any_sequence_number_of_the_peers_requests_is_echoed(int number) throws Exception {
        AtomicReference<List<Envelope>> answers = new AtomicReference<>(List.of());
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    connection.write(Envelope.request(number, new org.smppra.pdu.EnquireLink()));
                    Envelope alive = connection.read();
                    connection.write(Envelope.request(number, RawConnection.message("hello")));
                    answers.set(List.of(alive, connection.read()));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).with(RunningEngine.acknowledging())) {
            RunningEngine.await(() -> !answers.get().isEmpty());
            assertThat(answers.get())
                    .containsExactly(
                            RawConnection.ok(number, new EnquireLinkResp()),
                            RawConnection.ok(number, new DeliverSmResp("", Tlvs.empty())));
        }
    }

    /** The peer knows our numbers in advance, and answers while it has read nothing but the first octets. */
    @Test
    void answers_that_come_before_their_requests_were_written_reach_the_right_callers() {
        int callers = 50;
        ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    byte[] begun = connection.in().readNBytes(16);
                    connection.write(IntStream.range(2, 2 + callers)
                            .mapToObj(n -> RawConnection.ok(n, RawConnection.accepted("p" + n)))
                            .toArray(Envelope[]::new));
                    Envelope next = connection.readAfter(begun);
                    while (true) {
                        if (next.body() instanceof SubmitSm submit) {
                            numbers.put(
                                    submit.tlvs()
                                            .first(Tlv.USER_MESSAGE_REFERENCE)
                                            .orElseThrow()
                                            .toLatin1(),
                                    next.sequenceNumber());
                        }
                        next = connection.read();
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setWindowSize(callers);
                            p.setResponseTimeoutMillis(500);
                            p.setCloseTimeoutMillis(100);
                        })
                        .awaitBound(1)) {
            Callers all = Callers.start(engine, callers, number -> RunningEngine.message("m" + number).toBuilder()
                    .text("x".repeat(30_000))
                    .build());
            List<Object> fates = all.fates();
            assertThat(fates).hasAtLeastOneElementOfType(SubmitResult.class);
            assertThat(fates).allSatisfy(fate -> {
                if (fate instanceof SubmitResult result) {
                    assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
                    RunningEngine.await(() -> numbers.containsKey(result.reference()));
                    assertThat(id(result)).isEqualTo("p" + numbers.get(result.reference()));
                } else {
                    // Its answer came before it had a number: for us that was an answer to nothing.
                    assertThat(fate).isInstanceOf(SubmitOutcomeUnknownException.class);
                }
            });
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    @Test
    void a_request_that_was_answered_and_never_read_to_its_end_is_accepted_all_the_same() {
        AtomicBoolean bound = new AtomicBoolean();
        try (RawPeer peer = new RawPeer(connection -> {
                    if (bound.getAndSet(true)) {
                        connection.stall(); // what is left over is not for another link
                    }
                    connection.grantBind();
                    connection.in().readNBytes(16);
                    connection.write(RawConnection.ok(2, RawConnection.accepted("hasty")));
                    connection.stall();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setWindowSize(200);
                            p.setWriteTimeoutMillis(1_500);
                        })
                        .awaitBound(1)) {
            // The others fill the sockets' buffers; the first one's answer is there before the write gets stuck.
            Callers all = Callers.start(engine, 150, number -> RunningEngine.message("m" + number).toBuilder()
                    .text("x".repeat(38_000))
                    .build());
            List<Object> fates = all.fates();
            assertThat(fates.stream().filter(SubmitResult.class::isInstance).toList())
                    .singleElement()
                    .satisfies(fate -> assertThat(id(fate)).isEqualTo("hasty"));
        }
    }
}
