package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.message.Tlv;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Simulator;

/** Messages whose answers nobody waits for, counted at the other side. */
class AsyncSubmitTest {
    private static final int ROUNDS = 4 * Integer.getInteger("smpp.test.scale", 1);
    private static final int BETWEEN = 2_000;

    private static Map<String, Long> stored(Simulator simulator) {
        return simulator.messages().stream()
                .collect(Collectors.groupingBy(
                        message -> message.submitSm()
                                .tlvs()
                                .first(Tlv.USER_MESSAGE_REFERENCE)
                                .orElseThrow()
                                .toLatin1(),
                        Collectors.counting()));
    }

    private interface Disturbance {
        void to(Simulator simulator, String host);
    }

    private static List<SubmitResult> sendWhile(
            Simulator simulator, String bindType, int bindsPerHost, Disturbance disturbance) {
        try (RunningEngine engine = new RunningEngine(
                        RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                            p.setBindType(bindType);
                            p.setBindsPerHost(bindsPerHost);
                            p.setWindowSize(50);
                        })
                .awaitBound(bindsPerHost)) {
            List<CompletableFuture<SubmitResult>> results = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String host = round % 2 == 0 ? "a" : "b";
                for (int i = 0; i < BETWEEN; i++) {
                    if (i == BETWEEN / 2) {
                        disturbance.to(simulator, host);
                    }
                    results.add(engine.account().submitAsync(RunningEngine.message("m" + results.size())));
                }
                String address = simulator.host(host).address();
                RunningEngine.await(
                        () -> engine.account().state().hosts().get(address).submitting() == 0);
                simulator.host(host).start();
                engine.awaitBound(bindsPerHost);
            }
            return results.stream().map(CompletableFuture::join).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSMITTER_RECEIVER,1", "TRANSCEIVER,2"})
    void a_host_that_unbinds_costs_nothing(String bindType, int bindsPerHost) {
        try (Simulator simulator =
                Simulator.builder().freePorts().storeLimit(10_000_000).start()) {
            List<SubmitResult> results = sendWhile(simulator, bindType, bindsPerHost, (all, host) -> all.host(host)
                    .stop());
            assertThat(results).hasSize(ROUNDS * BETWEEN).allMatch(each -> each.outcome() == Outcome.ACCEPTED);
            Map<String, Long> stored = stored(simulator);
            assertThat(stored).hasSize(ROUNDS * BETWEEN);
            assertThat(stored.values()).containsOnly(1L);
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSMITTER_RECEIVER,1", "TRANSCEIVER,2"})
    void a_host_that_drops_hard_costs_only_what_was_written_and_unanswered(String bindType, int bindsPerHost) {
        try (Simulator simulator =
                Simulator.builder().freePorts().storeLimit(10_000_000).start()) {
            List<SubmitResult> results = sendWhile(simulator, bindType, bindsPerHost, (all, host) -> all.host(host)
                    .kill());
            Map<String, Long> stored = stored(simulator);
            for (SubmitResult result : results) {
                long times = stored.getOrDefault(result.reference(), 0L);
                if (result.outcome() == Outcome.ACCEPTED) {
                    assertThat(times).as(result.reference()).isEqualTo(1);
                } else {
                    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(result.sent()).isEqualTo(Sent.MAYBE);
                    assertThat(times).as(result.reference()).isLessThanOrEqualTo(1);
                }
            }
            assertThat(results.stream().filter(each -> each.outcome() == Outcome.UNKNOWN))
                    .hasSizeLessThanOrEqualTo(ROUNDS * 50 * bindsPerHost);
        }
    }

    @Test
    void what_is_invalid_or_finds_no_host_is_a_result_too() {
        try (RunningEngine engine = new RunningEngine("127.0.0.1:1", p -> {})) {
            assertThat(engine.account()
                            .submitAsync(RunningEngine.message("m").toBuilder()
                                    .recipient("not a number")
                                    .build())
                            .join()
                            .outcome())
                    .isEqualTo(Outcome.INVALID);
            SubmitResult unavailable =
                    engine.account().submitAsync(RunningEngine.message("m")).join();
            assertThat(unavailable.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(unavailable.sent()).isEqualTo(Sent.NOTHING);
        }
    }

    @Test
    void the_parts_of_one_message_settle_together() {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = new RunningEngine(
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")),
                                p -> p.setProfile("generic"))
                        .awaitBound(1)) {
            SubmitResult result = engine.account()
                    .submitAsync(RunningEngine.message("m").toBuilder()
                            .text("x".repeat(400))
                            .build())
                    .join();
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.parts()).hasSize(3);
            assertThat(simulator.messageCount()).isEqualTo(3);
        }
    }

    @Test
    void closing_gives_every_message_its_result() throws Exception {
        List<CompletableFuture<SubmitResult>> results = new ArrayList<>();
        try (ScriptedPeer silent = ScriptedPeer.bound(envelope -> List.of())) {
            try (RunningEngine engine =
                    new RunningEngine(silent.address(), p -> p.setCloseTimeoutMillis(300)).awaitBound(1)) {
                for (int i = 0; i < 10; i++) {
                    results.add(engine.account().submitAsync(RunningEngine.message("m" + i)));
                }
                RunningEngine.await(() -> silent.count(SubmitSm.class) == 10);
            }
        }
        assertThat(results).allMatch(CompletableFuture::isDone);
        assertThat(results.stream().map(each -> each.join().outcome())).containsOnly(Outcome.UNKNOWN);
    }
}
