package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.GatewayUnavailableException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;

/** The gateway against peers that answer well, badly, late or never; with each way to bind. */
@ParameterizedClass
@CsvSource({"TRANSCEIVER,1", "TRANSCEIVER,2", "TRANSMITTER_RECEIVER,1", "TRANSMITTER_RECEIVER,2"})
class GatewayTest {
    @Parameter(0)
    String bindType;

    /** Transceivers, or pairs, to each host. */
    @Parameter(1)
    int binds;

    private int connections() {
        return bindType.equals("TRANSCEIVER") ? binds : 2 * binds;
    }

    private RunningEngine engine(String hosts, Consumer<AccountProperties> settings) {
        return new RunningEngine(hosts, p -> {
            p.setBindType(bindType);
            p.setBindsPerHost(binds);
            p.setCloseTimeoutMillis(200);
            settings.accept(p);
        });
    }

    private static ScriptedPeer silent() {
        return ScriptedPeer.bound(envelope -> List.of());
    }

    static List<Envelope> accept(Envelope envelope) {
        return envelope.body() instanceof SubmitSm
                ? List.of(ScriptedPeer.answer(envelope, new SubmitSmResp("1000000000", Tlvs.empty())))
                : List.of();
    }

    private static <T> Future<T> start(Callable<T> task) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            return one.submit(task);
        } finally {
            one.shutdown();
        }
    }

    @Test
    void only_what_was_written_and_unanswered_is_of_unknown_outcome() throws Exception {
        try (ScriptedPeer a = silent();
                ScriptedPeer b = ScriptedPeer.bound(envelope -> {
                    // Not before, or it would always have less to do than a.
                    RunningEngine.await(() -> a.count(SubmitSm.class) == 2 * binds);
                    return accept(envelope);
                });
                RunningEngine engine = engine(a.address() + "," + b.address(), p -> p.setWindowSize(2))
                        .awaitBound(binds)) {
            List<Future<SubmitResult>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                calls.add(start(() -> engine.account().submit(RunningEngine.message("m" + number))));
            }
            RunningEngine.await(
                    () -> a.count(SubmitSm.class) == 2 * binds && b.count(SubmitSm.class) == 40 - 2 * binds);
            a.breakConnections();
            int unknown = 0;
            for (Future<SubmitResult> call : calls) {
                try {
                    assertThat(call.get().outcome()).isEqualTo(Outcome.ACCEPTED);
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(SubmitOutcomeUnknownException.class);
                    assertThat(((SubmitOutcomeUnknownException) e.getCause()).sent())
                            .isEqualTo(Sent.MAYBE);
                    unknown++;
                }
            }
            assertThat(unknown).isEqualTo(2 * binds);
        }
    }

    @Test
    void no_answer_in_time_is_of_unknown_outcome_and_frees_the_slot() {
        try (ScriptedPeer peer = silent();
                RunningEngine engine = engine(peer.address(), p -> {
                            p.setWindowSize(1);
                            p.setResponseTimeoutMillis(200);
                        })
                        .awaitBound(binds)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("m")))
                        .isInstanceOf(SubmitOutcomeUnknownException.class)
                        .hasMessageContaining("no answer in time");
            }
            assertThat(peer.accepted()).isEqualTo(connections());
        }
    }

    @Test
    void a_full_window_makes_callers_wait_and_then_says_that_nothing_was_sent() {
        try (ScriptedPeer peer = silent();
                RunningEngine engine = engine(peer.address(), p -> {
                            p.setWindowSize(1);
                            p.setSubmitTimeoutMillis(200);
                        })
                        .awaitBound(binds)) {
            Callers first = Callers.start(engine, binds);
            RunningEngine.await(() -> peer.count(SubmitSm.class) == binds);
            assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("second")))
                    .isInstanceOf(GatewayUnavailableException.class)
                    .hasMessageContaining("slot");
            assertThat(peer.count(SubmitSm.class)).isEqualTo(binds);
            assertThat(first.released()).isZero();
        }
    }

    @Test
    void a_refusal_carries_the_smscs_status() {
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> List.of(
                        Envelope.answer(CommandId.SUBMIT_SM, envelope.sequenceNumber(), CommandStatus.of(0x042E))));
                RunningEngine engine = engine(peer.address(), p -> {}).awaitBound(binds)) {
            assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("m")))
                    .isInstanceOfSatisfying(SubmitRejectedException.class, e -> {
                        assertThat(e.result().status()).contains(CommandStatus.of(0x042E));
                        assertThat(e.sent()).isEqualTo(Sent.NOTHING);
                    });
        }
    }

    @Test
    void a_host_that_answers_wrong_bind_status_because_it_unbinds_costs_nothing() throws Exception {
        try (ScriptedPeer a = ScriptedPeer.bound(envelope -> List.of(
                        Envelope.answer(CommandId.SUBMIT_SM, envelope.sequenceNumber(), CommandStatus.ESME_RINVBNDSTS),
                        Envelope.request(1, new Unbind())));
                Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(
                                a.address() + "," + simulator.host("a").address(), p -> {})
                        .awaitBound(binds)) {
            for (int i = 0; i < 4; i++) {
                assertThat(engine.account()
                                .submit(RunningEngine.message("m" + i))
                                .outcome())
                        .isEqualTo(Outcome.ACCEPTED);
            }
            assertThat(simulator.messageCount()).isEqualTo(4);
            RunningEngine.await(() -> a.count(UnbindResp.class) >= 1);
        }
    }

    @Test
    void many_are_sent_without_waiting_between_them_and_answered_in_order() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {})
                        .awaitBound(binds)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                messages.add(RunningEngine.message("m" + i));
            }
            messages.set(
                    250, messages.get(250).toBuilder().recipient("not a number").build());
            List<SubmitResult> results = engine.account().submitAll(messages);
            assertThat(results).hasSize(500);
            for (int i = 0; i < 500; i++) {
                assertThat(results.get(i).reference()).isEqualTo("m" + i);
                assertThat(results.get(i).outcome()).isEqualTo(i == 250 ? Outcome.INVALID : Outcome.ACCEPTED);
            }
            assertThat(results.get(250).reason().orElseThrow()).contains("recipient");
            assertThat(results.stream()
                            .filter(result -> result.outcome() == Outcome.ACCEPTED)
                            .map(SubmitResult::messageId))
                    .doesNotHaveDuplicates();
            assertThat(simulator.messageCount()).isEqualTo(499);
        }
    }

    @Test
    void enquire_link_is_sent_in_its_interval_and_a_silent_peer_is_left() {
        try (ScriptedPeer lively = ScriptedPeer.bound(envelope -> envelope.body() instanceof EnquireLink
                        ? List.of(ScriptedPeer.answer(envelope, new EnquireLinkResp()))
                        : List.of());
                ScriptedPeer mute = silent();
                RunningEngine engine = engine(lively.address() + "," + mute.address(), p -> {
                    p.setEnquireLinkIntervalMillis(100);
                    p.setResponseTimeoutMillis(3_000);
                })) {
            RunningEngine.await(() ->
                    lively.count(EnquireLink.class) >= 5L * connections() && mute.accepted() >= 2 * connections());
            assertThat(lively.accepted()).isEqualTo(connections());
        }
    }

    @Test
    void tls_refuses_a_certificate_that_does_not_name_the_host() throws Exception {
        try (Simulator simulator = Simulator.builder()
                .freePorts()
                .bindAddress(InetAddress.getByName("127.0.0.2"))
                .tls()
                .start()) {
            String hosts = simulator.host("a").tlsAddress();
            try (RunningEngine strict = tls(simulator, hosts, true);
                    RunningEngine lax = tls(simulator, hosts, false)) {
                lax.awaitBound(binds);
                RunningEngine.await(() -> strict.account().state().hosts().values().stream()
                        .anyMatch(host -> host.lastError().orElse("").contains("127.0.0.2")));
                assertThat(strict.account().state().isUsable()).isFalse();
            }
        }
    }

    private RunningEngine tls(Simulator simulator, String hosts, boolean verify) {
        return engine(hosts, p -> {
            p.setTls(true);
            p.setTlsTrustStore(simulator.trustStore().toString());
            p.setTlsTrustStorePassword(simulator.trustStorePassword());
            p.setTlsHostnameVerification(verify);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closing_unbinds_and_leaves_no_thread_and_no_connection(boolean peerAnswersUnbind) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> peerAnswersUnbind && envelope.body() instanceof Unbind
                ? List.of(ScriptedPeer.answer(envelope, new UnbindResp()))
                : List.of())) {
            RunningEngine engine =
                    engine(peer.address(), p -> p.setCloseTimeoutMillis(400)).awaitBound(binds);
            assertThat(RunningEngine.threads()).isPositive();
            engine.close();
            RunningEngine.await(() -> peer.count(Unbind.class) == connections());
            RunningEngine.await(() -> RunningEngine.threads() == 0);
        }
    }

    @Test
    void works_as_soon_as_a_host_comes_up_and_says_at_once_that_none_is() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            simulator.host("a").stop();
            try (RunningEngine engine = engine(simulator.host("a").address(), p -> {})) {
                assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("m")))
                        .isInstanceOf(GatewayUnavailableException.class)
                        .hasMessageContaining("no host is bound");
                simulator.host("a").start();
                engine.awaitBound(binds);
                assertThat(engine.account().submit(RunningEngine.message("m")).outcome())
                        .isEqualTo(Outcome.ACCEPTED);
            }
        }
    }
}
