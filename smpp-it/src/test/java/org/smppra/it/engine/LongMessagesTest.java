package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.smppra.GatewayUnavailableException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;

/** Messages of several parts where we cut, on their way to two hosts. */
class LongMessagesTest {
    private static final String TEXT = "0123456789".repeat(40) + "[end]";

    private static ShortMessage message(String text) {
        return ShortMessage.to("4512345678").from("Shop").text(text).build();
    }

    private static void generic(AccountProperties properties) {
        properties.setProfile("generic");
        properties.setWindowSize(5);
    }

    /** Answers each submit_sm, numbered from 1, with a status; null for no answer. */
    private static ScriptedPeer answering(IntFunction<CommandStatus> status) {
        AtomicInteger count = new AtomicInteger();
        return ScriptedPeer.bound(envelope -> {
            if (!(envelope.body() instanceof SubmitSm)) {
                return List.of();
            }
            CommandStatus answer = status.apply(count.incrementAndGet());
            return answer == null
                    ? List.of()
                    : List.of(new Envelope(
                            answer, envelope.sequenceNumber(), new SubmitSmResp("id" + count.get(), Tlvs.empty())));
        });
    }

    @Test
    void arrives_as_numbered_parts_that_make_the_whole() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = new RunningEngine(
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")),
                                LongMessagesTest::generic)
                        .awaitBound(1)) {
            assertThat(engine.account().plan(message(TEXT)).pdus()).isEqualTo(3);
            SubmitResult result = engine.account().submit(message(TEXT));

            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.sent()).isEqualTo(Sent.ALL);
            List<StoredMessage> stored = simulator.messages();
            assertThat(result.parts()).hasSize(3);
            assertThat(result.parts().stream()
                            .map(part -> part.messageId().orElseThrow().value()))
                    .containsExactlyInAnyOrderElementsOf(
                            stored.stream().map(StoredMessage::messageId).toList());

            TreeMap<Integer, String> bodies = new TreeMap<>();
            Set<Octets> headers = new HashSet<>();
            for (StoredMessage part : stored) {
                assertThat(part.submitSm().esmClass()).isEqualTo(0x40);
                Octets userData = part.submitSm().shortMessage();
                headers.add(userData.slice(0, 5));
                bodies.put(userData.at(5), userData.slice(6, userData.length()).toLatin1());
            }
            assertThat(headers).singleElement().satisfies(header -> {
                assertThat(header.slice(0, 3)).isEqualTo(Octets.ofHex("050003"));
                assertThat(header.at(4)).isEqualTo(3);
            });
            assertThat(bodies.keySet()).containsExactly(1, 2, 3);
            assertThat(String.join("", bodies.values())).isEqualTo("0123456789".repeat(40) + "\u001B<end\u001B>");
        }
    }

    @Test
    void many_at_once_have_a_result_each_in_order() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = new RunningEngine(
                                RunningEngine.addresses(simulator.host("a")), LongMessagesTest::generic)
                        .awaitBound(1)) {
            List<SubmitResult> results = engine.account()
                    .submitAll(List.of(
                            message("short"), message(TEXT), message("x".repeat(153 * 256)), message("y".repeat(161))));
            assertThat(results.stream().map(SubmitResult::outcome))
                    .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.INVALID, Outcome.ACCEPTED);
            assertThat(results.stream().map(result -> result.parts().size())).containsExactly(1, 3, 0, 2);
            assertThat(simulator.messageCount()).isEqualTo(6);
        }
    }

    @Test
    void a_refused_part_makes_the_message_refused_and_says_that_others_left() {
        try (ScriptedPeer peer = answering(n -> n == 2 ? CommandStatus.ESME_RMSGQFUL : CommandStatus.ESME_ROK);
                RunningEngine engine = new RunningEngine(peer.address(), LongMessagesTest::generic).awaitBound(1)) {
            assertThatThrownBy(() -> engine.account().submit(message(TEXT)))
                    .isInstanceOfSatisfying(SubmitRejectedException.class, e -> {
                        SubmitResult result = e.result();
                        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
                        assertThat(e.sent()).isEqualTo(Sent.PARTLY);
                        assertThat(result.status()).contains(CommandStatus.ESME_RMSGQFUL);
                        assertThat(result.retryable()).isTrue();
                        assertThat(result.reason().orElseThrow()).contains("part 2 of 3");
                        assertThat(result.parts().stream()
                                        .map(part -> part.messageId().isPresent()))
                                .containsExactly(true, false, true);
                    });
        }
    }

    @Test
    void all_parts_refused_is_nothing_sent() {
        try (ScriptedPeer peer = answering(n -> CommandStatus.ESME_RINVDSTADR);
                RunningEngine engine = new RunningEngine(peer.address(), LongMessagesTest::generic).awaitBound(1)) {
            assertThatThrownBy(() -> engine.account().submit(message(TEXT)))
                    .isInstanceOfSatisfying(SubmitRejectedException.class, e -> {
                        assertThat(e.sent()).isEqualTo(Sent.NOTHING);
                        assertThat(e.retryable()).isFalse();
                    });
        }
    }

    @Test
    void an_unanswered_part_makes_the_outcome_unknown() {
        CommandStatus[] answers = {CommandStatus.ESME_ROK, null, CommandStatus.ESME_ROK};
        try (ScriptedPeer peer = answering(n -> answers[n - 1]);
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            generic(p);
                            p.setResponseTimeoutMillis(200);
                        })
                        .awaitBound(1)) {
            assertThatThrownBy(() -> engine.account().submit(message(TEXT)))
                    .isInstanceOfSatisfying(SubmitOutcomeUnknownException.class, e -> {
                        assertThat(e.sent()).isEqualTo(Sent.MAYBE);
                        assertThat(e.result().parts()).hasSize(3);
                        assertThat(e.result().messageId().value()).isEqualTo("id1");
                    });
        }
    }

    @Test
    void an_unanswered_part_beside_a_refused_and_an_accepted_one_left_partly() {
        CommandStatus[] answers = {CommandStatus.ESME_ROK, null, CommandStatus.ESME_RSYSERR};
        try (ScriptedPeer peer = answering(n -> answers[n - 1]);
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            generic(p);
                            p.setResponseTimeoutMillis(200);
                        })
                        .awaitBound(1)) {
            assertThatThrownBy(() -> engine.account().submit(message(TEXT)))
                    .isInstanceOfSatisfying(SubmitOutcomeUnknownException.class, e -> assertThat(e.sent())
                            .isEqualTo(Sent.PARTLY));
        }
    }

    @Test
    void says_that_nothing_left_when_no_host_is_bound() {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            simulator.host("a").stop();
            try (RunningEngine engine =
                    new RunningEngine(RunningEngine.addresses(simulator.host("a")), LongMessagesTest::generic)) {
                assertThatThrownBy(() -> engine.account().submit(message(TEXT)))
                        .isInstanceOf(GatewayUnavailableException.class)
                        .hasMessageContaining("no part could be sent");
            }
        }
    }
}
