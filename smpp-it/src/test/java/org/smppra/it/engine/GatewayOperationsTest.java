package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.GatewayUnavailableException;
import org.smppra.HostState.Phase;
import org.smppra.SubmitRejectedException;
import org.smppra.gateway.GatewayCounter;
import org.smppra.link.LinkCounter;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;

/** What an operator can do to a gateway and see of it, and how it keeps to a rate; with each way to bind. */
@ParameterizedClass
@CsvSource({"TRANSCEIVER,1", "TRANSCEIVER,2", "TRANSMITTER_RECEIVER,1", "TRANSMITTER_RECEIVER,2"})
class GatewayOperationsTest {
    @Parameter(0)
    String bindType;

    /** Transceivers, or pairs, to each host. */
    @Parameter(1)
    int binds;

    private RunningEngine engine(String hosts, Consumer<AccountProperties> settings) {
        return new RunningEngine(hosts, p -> {
                    p.setBindType(bindType);
                    p.setBindsPerHost(binds);
                    p.setCloseTimeoutMillis(200);
                    settings.accept(p);
                })
                .awaitBound(binds);
    }

    private static long count(RunningEngine engine, LinkCounter kind) {
        return engine.account().linkCounters().values().stream()
                .mapToLong(counts -> counts.get(kind))
                .sum();
    }

    @Test
    void one_host_is_drained_under_load_without_an_error_and_resumed() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine =
                        engine(RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {})) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                callers.add(new Thread(() -> {
                    while (!stop.get()) {
                        try {
                            engine.account().submit(RunningEngine.message("m" + sent.incrementAndGet()));
                        } catch (Exception e) {
                            failures.add(e);
                        }
                    }
                }));
            }
            callers.forEach(Thread::start);
            try {
                String host = simulator.host("a").address();
                engine.account().drainHost(host);
                RunningEngine.await(() -> simulator.host("a").binds().isEmpty()
                        && engine.account().state().hosts().get(host).phase() == Phase.DOWN);
                int before = sent.get();
                RunningEngine.await(() -> sent.get() > before + 100);
                assertThat(simulator.host("a").binds()).isEmpty();
                engine.account().resumeHost(host);
                engine.awaitBound(binds);
            } finally {
                stop.set(true);
                for (Thread caller : callers) {
                    caller.join();
                }
            }
            assertThat(failures).isEmpty();
            assertThat(simulator.messageCount()).isEqualTo(sent.get());
        }
    }

    @Test
    void a_host_that_does_not_exist_is_named_when_it_shall_be_drained() {
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> List.of());
                RunningEngine engine = engine(peer.address(), p -> {})) {
            assertThatThrownBy(() -> engine.account().drainHost("nowhere:1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nowhere:1")
                    .hasMessageContaining(peer.address());
        }
    }

    @Test
    void what_happens_on_the_links_is_counted_by_host() throws Exception {
        AtomicInteger number = new AtomicInteger();
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> {
                    if (!(envelope.body() instanceof SubmitSm)) {
                        return List.of();
                    }
                    Envelope accepted = ScriptedPeer.answer(envelope, new SubmitSmResp("1", Tlvs.empty()));
                    return number.incrementAndGet() % 2 == 0
                            ? List.of(accepted, accepted)
                            : List.of(Envelope.answer(
                                    CommandId.SUBMIT_SM, envelope.sequenceNumber(), CommandStatus.ESME_RINVDSTADR));
                });
                RunningEngine engine = engine(peer.address(), p -> {})) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("m")))
                        .isInstanceOf(SubmitRejectedException.class);
                engine.account().submit(RunningEngine.message("m"));
            }
            RunningEngine.await(() -> count(engine, LinkCounter.STRAY) == 3);
            assertThat(engine.account().linkCounters()).containsOnlyKeys(peer.address());
            assertThat(count(engine, LinkCounter.REQUESTS)).isEqualTo(6);
            assertThat(count(engine, LinkCounter.ACCEPTED)).isEqualTo(3);
            assertThat(count(engine, LinkCounter.REFUSED)).isEqualTo(3);
            assertThat(count(engine, LinkCounter.BINDS)).isEqualTo(bindType.equals("TRANSCEIVER") ? binds : 2L * binds);
        }
    }

    @Test
    void no_more_leave_than_the_rate_of_the_account_and_who_would_wait_too_long_is_told() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                    p.setMaxSubmitsPerSecond(20);
                    p.setSubmitTimeoutMillis(0);
                })) {
            int refused = 0;
            for (int i = 0; i < 10; i++) {
                try {
                    engine.account().submit(RunningEngine.message("m" + i));
                } catch (GatewayUnavailableException e) {
                    assertThat(e).hasMessageContaining("maxSubmitsPerSecond");
                    refused++;
                }
            }
            assertThat(refused).isPositive();
            assertThat(engine.account().gatewayCounters()).containsEntry(GatewayCounter.OVER_RATE, (long) refused);
            assertThat(simulator.messageCount()).isEqualTo(10 - refused);
        }
    }

    @Test
    void a_host_that_throttles_slows_the_link_and_the_others_go_on() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        try (ScriptedPeer strict = ScriptedPeer.bound(envelope -> {
                    if (!(envelope.body() instanceof SubmitSm)) {
                        return List.of();
                    }
                    refused.incrementAndGet();
                    return List.of(Envelope.answer(
                            CommandId.SUBMIT_SM, envelope.sequenceNumber(), CommandStatus.ESME_RTHROTTLED));
                });
                Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine =
                        engine(strict.address() + "," + simulator.host("a").address(), p -> {})) {
            int throttled = 0;
            for (int i = 0; i < 2_000; i++) {
                try {
                    engine.account().submit(RunningEngine.message("m" + i));
                } catch (SubmitRejectedException e) {
                    assertThat(e.retryable()).isTrue();
                    throttled++;
                }
            }
            assertThat(throttled).isEqualTo(refused.get()).isBetween(1, 200);
            assertThat(engine.account().gatewayCounters()).containsEntry(GatewayCounter.THROTTLED, (long) throttled);
            assertThat(simulator.messageCount()).isEqualTo(2_000 - throttled);
        }
    }

    @Test
    void a_host_that_is_bound_and_denies_it_holds_nobody_for_ever() {
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> envelope.body() instanceof SubmitSm
                        ? List.of(Envelope.answer(
                                CommandId.SUBMIT_SM, envelope.sequenceNumber(), CommandStatus.ESME_RINVBNDSTS))
                        : List.of());
                RunningEngine engine = engine(peer.address(), p -> p.setSubmitTimeoutMillis(200))) {
            assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("m")))
                    .isInstanceOf(SubmitRejectedException.class)
                    .hasMessageContaining("ESME_RINVBNDSTS");
            assertThat(engine.account()
                            .submitAsync(RunningEngine.message("m"))
                            .join()
                            .status())
                    .contains(CommandStatus.ESME_RINVBNDSTS);
        }
    }
}
