package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.DeliveryReceipt;
import org.smppra.HostState.Phase;
import org.smppra.ShortMessage;
import org.smppra.SubmitResult;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorListener;

/** Whether binds receive follows the listeners, without a caller noticing; all of it counted at the simulator. */
class ListenersComeAndGoTest {
    private static final int CALLERS = 16;
    private static final long PAUSE = 1_000_000;

    private final List<BindView> bound = new CopyOnWriteArrayList<>();
    /** What was bound to submit at each end of a bind, in the order of the ends. */
    private final List<Integer> leftToSubmit = new CopyOnWriteArrayList<>();

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder()
                .freePorts()
                .storeLimit(10_000_000)
                .listener(new SimulatorListener() {
                    @Override
                    public void bound(BindView bind) {
                        bound.add(bind);
                    }

                    @Override
                    public void unbound(BindView bind, String reason) {
                        leftToSubmit.add((int) simulator.hosts().stream()
                                .flatMap(host -> host.binds().stream())
                                .filter(each -> !each.equals(bind) && each.bindType() != BindType.RECEIVER)
                                .count());
                    }
                })
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String hosts() {
        return RunningEngine.addresses(simulator.host("a"), simulator.host("b"));
    }

    private RunningEngine engine(String bindType, int binds, Consumer<AccountProperties> more) {
        return RunningEngine.withoutListener(hosts(), properties -> {
                    properties.setBindType(bindType);
                    properties.setBindsPerHost(binds);
                    properties.setNoEndpointLingerMillis(200);
                    more.accept(properties);
                })
                .awaitBound(binds);
    }

    private List<BindType> types() {
        return simulator.hosts().stream()
                .flatMap(host -> host.binds().stream())
                .map(BindView::bindType)
                .toList();
    }

    private boolean areBound(int count, BindType... types) {
        List<BindType> now = types();
        return now.size() == count && Set.copyOf(now).equals(Set.of(types));
    }

    private void awaitReceiving(String bindType, int binds) {
        if (bindType.equals("TRANSCEIVER")) {
            RunningEngine.await(() -> areBound(2 * binds, BindType.TRANSCEIVER));
        } else {
            RunningEngine.await(() -> areBound(4 * binds, BindType.TRANSMITTER, BindType.RECEIVER));
        }
    }

    private void awaitNotReceiving(int binds) {
        RunningEngine.await(() -> areBound(2 * binds, BindType.TRANSMITTER));
    }

    /** Callers that submit until told to stop; each message with what came of it. */
    private static final class Load implements AutoCloseable {
        final Map<String, Object> fates = new ConcurrentHashMap<>();
        private final AtomicBoolean stop = new AtomicBoolean();
        private final List<Thread> callers = new ArrayList<>();

        Load(RunningEngine engine) {
            AtomicInteger number = new AtomicInteger();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(new Thread(() -> {
                    while (!stop.get()) {
                        String reference = "m" + number.incrementAndGet();
                        fates.put(reference, Callers.submit(engine, RunningEngine.message(reference)));
                        LockSupport.parkNanos(PAUSE);
                    }
                }));
            }
            callers.forEach(Thread::start);
        }

        void awaitMore() {
            int goal = fates.size() + 300;
            RunningEngine.await(() -> fates.size() >= goal);
        }

        @Override
        public void close() throws InterruptedException {
            stop.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }

    private void assertEachTakenOnce(Load load) {
        assertThat(load.fates.values()).hasOnlyElementsOfType(SubmitResult.class);
        Map<String, Long> stored = simulator.messages().stream()
                .map(each -> each.submitSm()
                        .tlvs()
                        .first(Tlv.USER_MESSAGE_REFERENCE)
                        .orElseThrow()
                        .toLatin1())
                .collect(Collectors.groupingBy(reference -> reference, Collectors.counting()));
        assertThat(stored.keySet().equals(load.fates.keySet())).isTrue();
        assertThat(Set.copyOf(stored.values())).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSCEIVER,2", "TRANSMITTER_RECEIVER,1", "TRANSMITTER_RECEIVER,2"})
    void callers_notice_neither_the_first_listener_nor_that_the_last_one_goes(String bindType, int binds)
            throws Exception {
        DeliverySink sink = RunningEngine.acknowledging();
        try (RunningEngine engine = engine(bindType, binds, p -> {});
                Load load = new Load(engine)) {
            assertThat(types()).containsOnly(BindType.TRANSMITTER).hasSize(2 * binds);
            assertThat(engine.account().state().hosts().values())
                    .allSatisfy(host -> assertThat(host.receiving()).isZero());
            load.awaitMore();

            engine.account().addSink(sink);
            awaitReceiving(bindType, binds);
            RunningEngine.await(() -> engine.account().state().hosts().values().stream()
                    .allMatch(host -> host.receiving() == binds && host.submitting() == binds));
            load.awaitMore();

            engine.account().removeSink(sink);
            awaitNotReceiving(binds);
            RunningEngine.await(() -> engine.account().state().hosts().values().stream()
                    .allMatch(host -> host.phase() == Phase.BOUND
                            && host.receiving() == 0
                            && host.submitting() == binds
                            && host.lastError().isEmpty()));
            load.awaitMore();

            int ended = bindType.equals("TRANSCEIVER") ? 4 * binds : 2 * binds;
            RunningEngine.await(() -> leftToSubmit.size() >= ended); // the simulator tells of an end after it
            assertThat(leftToSubmit).hasSize(ended);
            assertThat(leftToSubmit).as("one at a time").allMatch(left -> left >= 2 * binds - 1);
            assertThat(bound).hasSize((bindType.equals("TRANSCEIVER") ? 6 : 4) * binds);
            load.close();
            assertEachTakenOnce(load);
        }
    }

    @Test
    void callers_wait_while_the_only_host_is_bound_anew() throws Exception {
        simulator.host("b").stop();
        DeliverySink sink = RunningEngine.acknowledging();
        try (RunningEngine engine = RunningEngine.withoutListener(hosts(), p -> p.setNoEndpointLingerMillis(200))) {
            RunningEngine.await(() -> engine.account().state().isUsable());
            try (Load load = new Load(engine)) {
                load.awaitMore();
                engine.account().addSink(sink);
                RunningEngine.await(() -> types().equals(List.of(BindType.TRANSCEIVER)));
                load.awaitMore();
                engine.account().removeSink(sink);
                RunningEngine.await(() -> types().equals(List.of(BindType.TRANSMITTER)));
                load.awaitMore();
                load.close();
                assertEachTakenOnce(load);
            }
            simulator.host("b").start();
            engine.account().addSink(sink);
            awaitReceiving("TRANSCEIVER", 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void a_listener_that_is_there_before_the_start_needs_no_second_bind(String bindType) throws Exception {
        try (RunningEngine engine =
                new RunningEngine(hosts(), properties -> properties.setBindType(bindType)).awaitBound(1)) {
            awaitReceiving(bindType, 1);
            engine.account().submit(RunningEngine.message("m"));
            assertThat(leftToSubmit).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void receipts_that_nobody_could_take_come_to_the_next_listener(String bindType) throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        DeliverySink sink = RunningEngine.calling(delivery -> {
            received.add(((DeliveryReceipt) delivery.value()).messageId().value());
            delivery.committed();
        });
        List<String> sent = new ArrayList<>();
        try (RunningEngine engine = engine(bindType, 1, p -> {})) {
            sent.add(submitWithReceipt(engine, 0)); // before any listener
            assertThat(simulator.await(() -> simulator.reportsWaiting("shop") == 1, java.time.Duration.ofSeconds(10)))
                    .isTrue();
            engine.account().addSink(sink);
            RunningEngine.await(() -> received.size() == 1);

            engine.account().removeSink(sink);
            sent.add(submitWithReceipt(engine, 1)); // in the linger or after it
            awaitNotReceiving(1);
            sent.add(submitWithReceipt(engine, 2));
            engine.account().addSink(sink);
            RunningEngine.await(() -> received.size() >= 3 && simulator.reportsWaiting("shop") == 0);
            assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(simulator.acknowledgements().stream()
                            .filter(each -> each.status().equals(CommandStatus.ESME_ROK)))
                    .hasSize(3);
        }
    }

    private static String submitWithReceipt(RunningEngine engine, int number) throws Exception {
        return engine.account()
                .submit(ShortMessage.to("4512345678")
                        .from("Shop")
                        .text("hello")
                        .reference("r" + number)
                        .build())
                .messageId()
                .value();
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,200", "TRANSMITTER_RECEIVER,200", "TRANSCEIVER,0", "TRANSMITTER_RECEIVER,0"})
    void a_listener_that_comes_and_goes_a_thousand_times_is_no_storm(String bindType, int linger) throws Exception {
        DeliverySink sink = RunningEngine.acknowledging();
        try (RunningEngine engine = engine(bindType, 1, p -> p.setNoEndpointLingerMillis(linger));
                Load load = new Load(engine)) {
            load.awaitMore();
            Resources before = Resources.now();
            long from = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                engine.account().addSink(sink);
                LockSupport.parkNanos(PAUSE / 2);
                engine.account().removeSink(sink);
            }
            engine.account().addSink(sink);
            awaitReceiving(bindType, 1);
            long ticks = (System.nanoTime() - from) / 100_000_000 + 1;
            load.awaitMore();
            assertThat(bound.size()).isLessThanOrEqualTo((int) (4 + 2 * ticks));
            int receivers = bindType.equals("TRANSCEIVER") ? 0 : 2;
            // The threads of a link that ends may outlive the begin of the next.
            RunningEngine.await(() -> RunningEngine.threads() <= before.threads() + 2 * receivers);
            Resources after = Resources.now();
            assertThat(after.files()).isLessThanOrEqualTo(before.files() + 2 * receivers + 10);
            awaitReceiving(bindType, 1);
            load.close();
            assertEachTakenOnce(load);
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void a_drained_host_comes_back_as_the_listeners_want_it_then(String bindType) {
        try (RunningEngine engine = engine(bindType, 1, p -> {})) {
            SimulatedHost a = simulator.host("a");
            engine.account().drainHost(a.address());
            RunningEngine.await(() -> a.binds().isEmpty());
            engine.account().addSink(RunningEngine.calling(Delivery::committed));
            RunningEngine.await(() -> engine.account()
                            .state()
                            .hosts()
                            .get(simulator.host("b").address())
                            .receiving()
                    == 1);
            assertThat(a.binds()).isEmpty();
            engine.account().resumeHost(a.address());
            awaitReceiving(bindType, 1);
            RunningEngine.await(
                    () -> bound.stream().filter(bind -> bind.host().equals("a")).count()
                            == (bindType.equals("TRANSCEIVER") ? 2 : 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER", "TRANSMITTER_RECEIVER"})
    void a_host_that_restarts_comes_back_as_the_listeners_want_it_then(String bindType) {
        try (RunningEngine engine = engine(bindType, 1, p -> {})) {
            simulator.host("a").kill();
            engine.account().addSink(RunningEngine.acknowledging());
            RunningEngine.await(() -> engine.account()
                            .state()
                            .hosts()
                            .get(simulator.host("b").address())
                            .receiving()
                    == 1);
            simulator.host("a").start();
            awaitReceiving(bindType, 1);
        }
        assertThat(RunningEngine.threads()).isZero();
    }

    @Test
    void the_log_says_why() {
        DeliverySink sink = RunningEngine.acknowledging();
        try (Logged logged = new Logged();
                RunningEngine engine = engine("TRANSCEIVER", 1, p -> {})) {
            assertThat(logged.lines())
                    .filteredOn(line -> line.contains("SMPP-109"))
                    .hasSize(1);
            engine.account().addSink(sink);
            awaitReceiving("TRANSCEIVER", 1);
            assertThat(logged.lines())
                    .filteredOn(line -> line.contains("SMPP-108"))
                    .hasSize(1);
            engine.account().removeSink(sink);
            awaitNotReceiving(1);
            assertThat(logged.lines())
                    .filteredOn(line -> line.contains("SMPP-109"))
                    .hasSize(2);
            assertThat(logged.warnings()).isEmpty();
        }
    }
}
