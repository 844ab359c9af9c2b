package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.WorkContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.container.Gate;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Work Management". */
class WorkChecklistTest {
    @TempDir
    private Path directory;

    private InflowServer server;
    private StrictEndpoints bean;

    @BeforeEach
    void start() throws Exception {
        server = new InflowServer(directory).start();
        bean = server.receipts();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(bean.open()).as("endpoints that were not released").isZero();
    }

    private static List<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("smpp-default"))
                .toList();
    }

    private void report(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> server.report(String.valueOf(i)));
    }

    @Test
    void item_35_delivers_from_works_only() throws Exception {
        Set<String> callers = ConcurrentHashMap.newKeySet();
        bean.bean(value -> callers.add(Thread.currentThread().getName()));
        server.activate(bean);
        report(30);
        server.awaitAcknowledged(30);
        assertThat(callers).isNotEmpty().allMatch(name -> name.startsWith("server work "));
    }

    /** The strict server looks at each Work that it is given, and finds fault where they are. */
    @Test
    void item_35_run_and_release_are_not_synchronized() throws Exception {
        Gate gate = new Gate();
        bean.bean(value -> gate.pass());
        server.activate(bean);
        server.report("1");
        server.await("a Work", () -> gate.waiting() == 1);
        assertThat(server.server().works()).hasSize(1);
        server.server().releaseAll(); // would wait for the bean
        gate.open();
        server.awaitAcknowledged(1);
    }

    @Test
    void item_35_a_server_may_release_works_at_any_time_and_each_receipt_is_still_delivered_once() throws Exception {
        server.server().releaseBeforeRun(5);
        SmppActivationSpec spec = InflowServer.spec();
        spec.setMaxConcurrency(4);
        AtomicInteger done = new AtomicInteger();
        Thread releasing = new Thread(() -> {
            while (done.get() < 200) {
                server.server().releaseAll();
                Thread.onSpinWait();
            }
        });
        bean.bean(value -> done.incrementAndGet());
        server.activate(bean, spec);
        releasing.start();
        report(200);
        server.awaitAcknowledged(200);
        releasing.join();
        assertThat(InflowServer.ids(bean)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void item_35_a_work_that_was_released_finishes_its_delivery_and_releases_its_endpoint_itself() throws Exception {
        Gate gate = new Gate();
        bean.bean(value -> gate.pass());
        server.activate(bean);
        server.report("1");
        server.await("in the bean", () -> gate.waiting() == 1);
        server.server().releaseAll();
        server.server().releaseAll();
        assertThat(bean.open()).isEqualTo(1);
        gate.open();
        server.awaitAcknowledged(1);
        server.await("released", () -> bean.open() == 0);
    }

    @Test
    void a_server_that_has_no_room_for_a_thread_is_asked_again() throws Exception {
        server.server().noThread(3);
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(server.server().noThreadLeft()).isZero();
        assertThat(InflowServer.ids(bean)).containsExactly("1");
    }

    @Test
    void item_36_a_work_has_a_name_and_says_that_it_is_long_and_comes_with_no_execution_context() throws Exception {
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        List<WorkContext> contexts = server.server().contexts();
        assertThat(contexts).hasSize(1).hasOnlyElementsOfType(HintsContext.class);
        assertThat(((HintsContext) contexts.get(0)).getHints())
                .containsOnly(
                        Map.entry(HintsContext.NAME_HINT, "smpp delivery"),
                        Map.entry(HintsContext.LONGRUNNING_HINT, true));
        assertThat(contexts).doesNotHaveAnyElementsOfTypes(ExecutionContext.class);
    }

    @Test
    void item_36_no_thread_of_the_server_is_held_while_there_is_nothing_to_deliver() throws Exception {
        server.activate(bean);
        report(20);
        server.awaitAcknowledged(20);
        server.await("no Work", () -> server.server().active() == 0);
        int before = server.server().scheduled();
        server.simulator().hosts().forEach(SimulatedHost::stop);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.served().awaitBound();
        assertThat(server.server().scheduled()).as("a reconnect takes no Work").isEqualTo(before);
        server.report("21");
        server.awaitAcknowledged(21);
    }

    @Test
    void item_36_a_retry_that_is_due_later_holds_no_work() throws Exception {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setRedeliveryDelayMillis(60_000);
        CountDownLatch failed = new CountDownLatch(1);
        bean.bean(value -> {
            failed.countDown();
            throw new IllegalStateException("not now");
        });
        server.activate(bean, spec);
        server.report("1");
        failed.await();
        server.await("no Work", () -> server.server().active() == 0);
    }

    @Test
    void item_36_a_server_that_has_no_thread_now_or_finds_that_out_later_only_delays() throws Exception {
        server.server().reject(2);
        server.server().rejectLater(2);
        server.activate(bean);
        report(3);
        server.awaitAcknowledged(3);
        assertThat(server.server().rejectionsLeft()).isZero();
        assertThat(InflowServer.ids(bean)).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void item_37_our_threads_are_daemons_with_the_adapters_loader_and_end_at_stop() throws Exception {
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(ourThreads()).isNotEmpty().allSatisfy(thread -> {
            assertThat(thread.isDaemon()).as(thread.getName()).isTrue();
            assertThat(thread.getContextClassLoader())
                    .as(thread.getName())
                    .isSameAs(SmppResourceAdapter.class.getClassLoader());
        });
        server.adapter().stop();
        server.await("no thread of ours", () -> ourThreads().isEmpty());
    }

    @Test
    void item_37_our_threads_inherit_nothing_of_who_started_the_adapter() throws Exception {
        server.adapter().stop();
        Set<String> heirs = ConcurrentHashMap.newKeySet();
        InheritableThreadLocal<Object> applications = new InheritableThreadLocal<>() {
            @Override
            protected Object childValue(Object parent) {
                heirs.add(Thread.currentThread().getName());
                return parent;
            }
        };
        Thread deploying = new Thread(
                () -> {
                    applications.set(new Object());
                    try {
                        server.adapter().start(server.server());
                        server.activate(bean);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                "deploying");
        deploying.start();
        deploying.join();
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(ourThreads()).isNotEmpty();
        assertThat(heirs).as("threads that made heirs").isEmpty();
    }

    @Test
    void item_38_no_timer_of_the_server_is_needed() throws Exception {
        bean.unavailable(2);
        AtomicInteger calls = new AtomicInteger();
        bean.bean(value -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("a retry needs a clock");
            }
        });
        server.server().reject(1);
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(server.server().timersAsked()).isZero();
    }
}
