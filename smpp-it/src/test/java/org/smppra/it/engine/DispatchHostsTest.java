package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.Outcome;
import org.smppra.Submission;
import org.smppra.UnansweredPolicy;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.message.Tlv;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** Hosts that are restarted in turn while what is stored leaves; counted at the simulator's store. */
class DispatchHostsTest {
    private static final int ROUNDS = 2 * Integer.getInteger("smpp.test.scale", 1);
    private static final int BETWEEN = 500;
    private static final int CALLERS = 8;
    private static final long PAUSE = 1_000_000;

    @TempDir
    private Path outbox;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().storeLimit(10_000_000).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private StoringEngine engine(int bindsPerHost) {
        return new StoringEngine(outbox, RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                    p.setBindsPerHost(bindsPerHost);
                    p.setWindowSize(20);
                })
                .awaitBound(bindsPerHost);
    }

    private Map<String, Submission> sendWhile(
            StoringEngine engine, UnansweredPolicy policy, int bindsPerHost, Consumer<SimulatedHost> takeAway)
            throws Exception {
        Map<String, Submission> submitted = new ConcurrentHashMap<>();
        List<Throwable> failures = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                try {
                    while (!stop.get()) {
                        Submission next = engine.submit(StoringEngine.message().unanswered(policy));
                        submitted.put(next.submissionId(), next);
                        LockSupport.parkNanos(PAUSE);
                    }
                } catch (Exception | Error e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            callers.add(caller);
            caller.start();
        }
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (SimulatedHost host : simulator.hosts()) {
                    awaitMore();
                    takeAway.accept(host);
                    awaitMore();
                    host.start();
                    engine.awaitBound(bindsPerHost);
                }
            }
        } finally {
            stop.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(failures).as("errors that a caller saw").isEmpty();
        RunningEngine.await(() -> engine.account().state().waiting() == 0);
        return submitted;
    }

    private void awaitMore() {
        long goal = simulator.messageCount() + BETWEEN;
        RunningEngine.await(() -> simulator.messageCount() >= goal);
    }

    private Map<String, Long> stored() {
        assertThat(simulator.messageCount()).isEqualTo(simulator.messages().size());
        return simulator.messages().stream()
                .map(stored -> stored.submitSm()
                        .tlvs()
                        .first(Tlv.USER_MESSAGE_REFERENCE)
                        .orElseThrow()
                        .toLatin1())
                .collect(Collectors.groupingBy(reference -> reference, Collectors.counting()));
    }

    @ParameterizedTest
    @CsvSource({"RESEND,1", "HOLD,1", "RESEND,2"})
    void hosts_that_unbind_in_turn_lose_and_double_nothing(UnansweredPolicy policy, int bindsPerHost) throws Exception {
        try (StoringEngine engine = engine(bindsPerHost)) {
            Map<String, Submission> submitted = sendWhile(engine, policy, bindsPerHost, SimulatedHost::stop);
            Map<String, Long> stored = stored();
            assertThat(stored.keySet()).isEqualTo(submitted.keySet());
            assertThat(stored.values()).containsOnly(1L);
            assertThat(engine.results().values()).allMatch(result -> result.outcome() == Outcome.ACCEPTED);
            assertThat(engine.account().dispatchCounters())
                    .containsEntry(DispatchCounter.RESENT_UNANSWERED, 0L)
                    .containsEntry(DispatchCounter.HELD, 0L);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void resend_loses_nothing_when_hosts_drop_hard_and_each_duplicate_is_counted(int bindsPerHost) throws Exception {
        try (StoringEngine engine = engine(bindsPerHost)) {
            Map<String, Submission> submitted =
                    sendWhile(engine, UnansweredPolicy.RESEND, bindsPerHost, SimulatedHost::kill);
            Map<String, Long> stored = stored();
            assertThat(stored.keySet()).isEqualTo(submitted.keySet());
            long duplicates =
                    stored.values().stream().mapToLong(times -> times - 1).sum();
            assertThat(duplicates)
                    .isLessThanOrEqualTo(engine.account().dispatchCounters().get(DispatchCounter.RESENT_UNANSWERED));
            assertThat(engine.results().keySet()).isEqualTo(submitted.keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void hold_doubles_nothing_when_hosts_drop_hard_and_what_is_missing_is_held(int bindsPerHost) throws Exception {
        try (StoringEngine engine = engine(bindsPerHost)) {
            Map<String, Submission> submitted =
                    sendWhile(engine, UnansweredPolicy.HOLD, bindsPerHost, SimulatedHost::kill);
            Map<String, Long> stored = stored();
            assertThat(stored.values()).containsOnly(1L);
            engine.results().keySet().forEach(accepted -> assertThat(stored).containsKey(accepted));
            assertThat(engine.results().size() + engine.account().outbox().held())
                    .isEqualTo(submitted.size());
        }
    }
}
