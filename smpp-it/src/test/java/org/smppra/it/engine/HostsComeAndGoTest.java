package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.message.Tlv;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** Many callers, hosts that are restarted in turn, counted at the simulator's store. */
class HostsComeAndGoTest {
    private static final int ROUNDS = Integer.getInteger("smpp.test.scale", 1);
    private static final int CALLERS = 32;
    private static final int BETWEEN = 500;
    private static final long PAUSE = 1_000_000;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().storeLimit(10_000_000).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Map<String, Object> sendWhile(RunningEngine engine, Consumer<SimulatedHost> takeAway, int bindsPerHost)
            throws Exception {
        Map<String, Object> results = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger stop = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Thread(() -> {
                while (stop.get() == 0) {
                    String reference = "m" + next.incrementAndGet();
                    try {
                        results.put(reference, engine.account().submit(RunningEngine.message(reference)));
                    } catch (Exception e) {
                        results.put(reference, e);
                    }
                    LockSupport.parkNanos(PAUSE); // so that a long run fits into the heap
                }
            }));
        }
        callers.forEach(Thread::start);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                for (SimulatedHost host : simulator.hosts()) {
                    awaitMore(results);
                    takeAway.accept(host);
                    awaitMore(results);
                    host.start();
                    engine.awaitBound(bindsPerHost);
                }
            }
        } finally {
            stop.set(1);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        return results;
    }

    private static void awaitMore(Map<String, Object> results) {
        int goal = results.size() + BETWEEN;
        RunningEngine.await(() -> results.size() >= goal);
    }

    private Map<String, Long> stored() {
        assertThat(simulator.messageCount())
                .as("all messages are still in the store")
                .isEqualTo(simulator.messages().size());
        return simulator.messages().stream()
                .map(stored -> stored.submitSm()
                        .tlvs()
                        .first(Tlv.USER_MESSAGE_REFERENCE)
                        .orElseThrow()
                        .toLatin1())
                .collect(Collectors.groupingBy(reference -> reference, Collectors.counting()));
    }

    private RunningEngine engine(String bindType, int bindsPerHost) {
        return new RunningEngine(RunningEngine.addresses(simulator.host("a"), simulator.host("b")), properties -> {
                    properties.setBindType(bindType);
                    properties.setBindsPerHost(bindsPerHost);
                })
                .awaitBound(bindsPerHost);
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSMITTER_RECEIVER,1", "TRANSCEIVER,2", "TRANSMITTER_RECEIVER,2"})
    void a_host_that_unbinds_fails_no_caller(String bindType, int bindsPerHost) throws Exception {
        try (RunningEngine engine = engine(bindType, bindsPerHost)) {
            Map<String, Object> results = sendWhile(engine, SimulatedHost::stop, bindsPerHost);
            assertThat(results.values()).hasOnlyElementsOfType(SubmitResult.class);
            Map<String, Long> stored = stored();
            assertThat(stored.keySet().equals(results.keySet())).isTrue();
            assertThat(Set.copyOf(stored.values())).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSMITTER_RECEIVER,1", "TRANSCEIVER,2", "TRANSMITTER_RECEIVER,2"})
    void a_host_that_drops_hard_costs_only_what_was_written_and_unanswered(String bindType, int bindsPerHost)
            throws Exception {
        try (RunningEngine engine = engine(bindType, bindsPerHost)) {
            Map<String, Object> results = sendWhile(engine, SimulatedHost::kill, bindsPerHost);
            Map<String, Long> stored = stored();
            results.forEach((reference, result) -> {
                long times = stored.getOrDefault(reference, 0L);
                if (result instanceof SubmitResult) {
                    assertThat(times).as(reference).isEqualTo(1);
                } else {
                    assertThat(result).as(reference).isInstanceOf(SubmitOutcomeUnknownException.class);
                    assertThat(times).as(reference).isLessThanOrEqualTo(1);
                }
            });
            assertThat(results.keySet().containsAll(stored.keySet())).isTrue();
            // Each kill can cost no more than the windows of its links.
            long unknown = results.values().stream()
                    .filter(SubmitOutcomeUnknownException.class::isInstance)
                    .count();
            assertThat(unknown).isLessThanOrEqualTo((long) ROUNDS * 2 * 10 * bindsPerHost);
        }
    }
}
