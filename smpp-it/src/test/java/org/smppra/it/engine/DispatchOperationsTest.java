package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Direction;
import org.smppra.GatewayUnavailableException;
import org.smppra.ShortMessage;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Submission;
import org.smppra.engine.Account;
import org.smppra.engine.Engine;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** What an operator does, seen from the SMSC. */
class DispatchOperationsTest {
    @TempDir
    private Path outbox;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().storeLimit(1_000_000).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private StoringEngine engine() {
        return new StoringEngine(outbox, RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {});
    }

    private static List<ShortMessage> many(int count) {
        List<ShortMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(StoringEngine.message().build());
        }
        return messages;
    }

    @Test
    void a_pause_finishes_what_is_on_its_way_survives_a_restart_and_ends_with_resume() throws Exception {
        int count = 20_000;
        try (StoringEngine engine = engine().awaitBound(1)) {
            engine.submitAll(many(count));
            RunningEngine.await(() -> simulator.messageCount() > 100);
            SmppOperations operations = engine.account().operations();
            operations.pause(Direction.OUTBOUND);
            assertThat(operations.state().isPaused(Direction.OUTBOUND)).isTrue();
            RunningEngine.await(
                    () -> operations.state().hosts().values().stream().allMatch(host -> host.outstanding() == 0));
            RunningEngine.await(
                    () -> simulator.messageCount() + operations.state().waiting() == count);
            assertThat(operations.state().waiting()).isPositive();
            assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("direct")))
                    .isInstanceOf(GatewayUnavailableException.class)
                    .hasMessageContaining("paused");
        }
        long sent = simulator.messageCount();
        try (StoringEngine engine = engine()) {
            SmppOperations operations = engine.account().operations();
            RunningEngine.await(() -> operations.state().isPaused(Direction.OUTBOUND));
            engine.awaitBound(1);
            engine.submit(StoringEngine.message());
            assertThat(operations.state().waiting()).isEqualTo(count - sent + 1);
            assertThat(operations.list(Store.WAITING, "", 10)).hasSize(10);
            assertThat(simulator.messageCount()).isEqualTo(sent);
            operations.resume(Direction.OUTBOUND);
            RunningEngine.await(() -> operations.state().waiting() == 0);
            assertThat(simulator.messageCount()).isEqualTo(count + 1);
        }
    }

    @Test
    void inbound_paused_means_that_no_listener_gets_anything_also_after_a_restart() throws Exception {
        AtomicInteger delivered = new AtomicInteger();
        try (StoringEngine engine = engine().awaitBound(1)) {
            engine.account().operations().pause(Direction.INBOUND);
        }
        try (StoringEngine engine = engine()) {
            Account account = engine.account();
            account.addSink(RunningEngine.calling(delivery -> {
                delivered.incrementAndGet();
                delivery.committed();
            }));
            RunningEngine.await(() -> account.state().isPaused(Direction.INBOUND));
            engine.awaitResult(engine.submit(StoringEngine.message()));
            RunningEngine.await(() -> simulator.reportsWaiting("shop") > 0);
            RunningEngine.await(() -> account.linkCounters().values().stream()
                    .anyMatch(host -> host.get(org.smppra.link.LinkCounter.DELIVERED) > 0));
            assertThat(delivered.get()).isZero();
            account.operations().resume(Direction.INBOUND);
            RunningEngine.await(() -> delivered.get() == 1 && simulator.reportsWaiting("shop") == 0);
        }
    }

    @Test
    void drain_refuses_what_is_new_and_waits_until_all_has_left() throws Exception {
        simulator.hosts().forEach(SimulatedHost::kill);
        try (StoringEngine engine = engine()) {
            SmppOperations operations = engine.account().operations();
            engine.submitAll(many(1_000));
            assertThat(operations.drain(Duration.ofMillis(50))).isFalse();
            assertThatThrownBy(() -> engine.account().submit(RunningEngine.message("direct")))
                    .isInstanceOf(GatewayUnavailableException.class)
                    .hasMessageContaining("drained");
            simulator.host("a").start();
            assertThat(operations.drain(Duration.ofSeconds(30))).isTrue();
            assertThat(simulator.messageCount()).isEqualTo(1_000);
            operations.resume(Direction.OUTBOUND);
            engine.account().submit(RunningEngine.message("direct"));
        }
    }

    @Test
    void of_two_that_are_the_same_account_one_sends_and_the_other_takes_over_when_it_ends() throws Exception {
        Engine engine = new Engine("test", StoringEngine.opener(outbox));
        try {
            Account first = engine.open(settings(10));
            Account second = engine.open(settings(11));
            RunningEngine.await(() -> isBound(first) && isBound(second));
            assertThat(second).isNotSameAs(first);
            submit(engine, first);
            RunningEngine.await(() -> simulator.messageCount() == 100);
            assertThat(Set.of(sent(first), sent(second))).containsExactlyInAnyOrder(100L, 0L);
            Account idle = sent(first) == 0 ? first : second;
            engine.release(idle == first ? second : first);
            submit(engine, idle);
            RunningEngine.await(() -> sent(idle) == 100);
            RunningEngine.await(() -> idle.state().waiting() == 0);
            assertThat(simulator.messageCount()).isEqualTo(200);
        } finally {
            engine.close();
        }
    }

    private org.smppra.engine.AccountSettings settings(int window) {
        AccountProperties properties = new AccountProperties();
        properties.setHosts(simulator.host("a").address());
        properties.setSystemId("shop");
        properties.setPassword("secret");
        properties.setWindowSize(window);
        return properties.settings(properties);
    }

    private static boolean isBound(Account account) {
        return account.state().isUsable();
    }

    private static void submit(Engine engine, Account account) throws Exception {
        account.storeAll(
                many(100),
                new org.smppra.engine.SubmitDefaults("Shop", null, org.smppra.UnansweredPolicy.RESEND),
                true,
                engine.outbox()::submit);
    }

    private static long sent(Account account) {
        return account.linkCounters().values().stream()
                .mapToLong(host -> host.get(org.smppra.link.LinkCounter.REQUESTS))
                .sum();
    }

    @Test
    void find_tells_what_waits_and_what_was_settled() throws Exception {
        try (StoringEngine engine = engine()) {
            Submission submission = engine.submit(StoringEngine.message());
            assertThat(engine.account().operations().find(submission.submissionId()))
                    .isPresent();
            assertThat(engine.account().operations().find("00000000000000000000"))
                    .isEmpty();
        }
    }
}
