package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.message.MessageId;
import org.smppra.message.Tlv;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;
import org.smppra.text.RelativeTime;

/** What is stored leaves, and its result comes back; counted at the simulator. */
class DispatchTest {
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

    private String bothHosts() {
        return RunningEngine.addresses(simulator.host("a"), simulator.host("b"));
    }

    private StoringEngine engine() {
        return new StoringEngine(outbox, bothHosts(), p -> p.setCloseTimeoutMillis(10_000));
    }

    private static String reference(StoredMessage message) {
        return message.submitSm()
                .tlvs()
                .first(Tlv.USER_MESSAGE_REFERENCE)
                .orElseThrow()
                .toLatin1();
    }

    @Test
    void a_stored_message_leaves_and_its_result_has_the_id_of_the_smsc() throws Exception {
        try (StoringEngine engine = engine()) {
            Submission submission = engine.submit(StoringEngine.message());
            assertThat(submission.result()).isEmpty();
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.sent()).isEqualTo(Sent.ALL);
            assertThat(simulator.messages()).singleElement().satisfies(stored -> {
                assertThat(MessageId.of(stored.messageId())).isEqualTo(result.messageId());
                assertThat(reference(stored)).isEqualTo(submission.submissionId());
            });
        }
    }

    @Test
    void many_messages_leave_once_each_over_both_hosts() throws Exception {
        int count = 20_000;
        try (StoringEngine engine = engine()) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                messages.add(StoringEngine.message().reference("m" + i).build());
            }
            List<Submission> submissions = engine.submitAll(messages);
            engine.awaitResults(submissions.toArray(Submission[]::new));
            Set<String> references =
                    simulator.messages().stream().map(DispatchTest::reference).collect(Collectors.toSet());
            assertThat(simulator.messageCount()).isEqualTo(count);
            assertThat(references).hasSize(count);
            assertThat(engine.account().linkCounters().values())
                    .allSatisfy(host -> assertThat(host.get(org.smppra.link.LinkCounter.ACCEPTED))
                            .isGreaterThan(count / 10L));
        }
    }

    @Test
    void what_was_stored_while_no_host_was_there_leaves_when_one_comes() throws Exception {
        simulator.hosts().forEach(SimulatedHost::kill);
        try (StoringEngine engine = engine()) {
            Submission submission = engine.submit(StoringEngine.message());
            RunningEngine.await(() -> engine.account().state().waiting() == 1);
            simulator.host("b").start();
            assertThat(engine.awaitResult(submission).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(simulator.messageCount()).isEqualTo(1);
        }
    }

    @Test
    void validity_counts_from_submit_and_the_request_carries_what_remains() throws Exception {
        simulator.hosts().forEach(SimulatedHost::kill);
        Duration validity = Duration.ofHours(1);
        try (StoringEngine engine = engine()) {
            long submittedAt = System.nanoTime();
            Submission submission = engine.submit(StoringEngine.message().validity(validity));
            Duration waited = Duration.ofSeconds(2);
            RunningEngine.await(() -> System.nanoTime() - submittedAt > waited.toNanos());
            simulator.host("a").start();
            engine.awaitResult(submission);
            String period = simulator.messages().get(0).submitSm().validityPeriod();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - submittedAt);
            RelativeTime remaining = RelativeTime.parse(period).orElseThrow();
            Duration left = Duration.ofDays(remaining.days())
                    .plusHours(remaining.hours())
                    .plusMinutes(remaining.minutes())
                    .plusSeconds(remaining.seconds());
            assertThat(left)
                    .isBetween(validity.minus(elapsed), validity.minus(waited).plusSeconds(1));
        }
    }

    @Test
    void a_message_past_its_validity_is_settled_while_no_host_is_there_and_never_written() throws Exception {
        simulator.hosts().forEach(SimulatedHost::kill);
        try (StoringEngine engine = engine()) {
            Submission submission = engine.submit(StoringEngine.message().validity(Duration.ofSeconds(1)));
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(result.sent()).isEqualTo(Sent.NOTHING);
            simulator.host("a").start();
            Submission next = engine.submit(StoringEngine.message());
            engine.awaitResult(next);
            assertThat(simulator.messages()).hasSize(1);
            assertThat(reference(simulator.messages().get(0))).isEqualTo(next.submissionId());
        }
    }

    @Test
    void without_validity_the_request_has_none() throws Exception {
        try (StoringEngine engine = engine()) {
            engine.awaitResult(engine.submit(StoringEngine.message()));
            assertThat(simulator.messages().get(0).submitSm().validityPeriod()).isEmpty();
        }
    }

    @Test
    void an_invalid_message_is_a_result_in_the_list_and_is_not_stored() throws Exception {
        try (StoringEngine engine = engine()) {
            List<Submission> submissions = engine.submitAll(List.of(
                    StoringEngine.message().build(),
                    StoringEngine.message().recipient("not a number").build(),
                    StoringEngine.message().build()));
            assertThat(submissions.get(1).result().orElseThrow().outcome()).isEqualTo(Outcome.INVALID);
            assertThat(submissions.get(1).result().orElseThrow().reason().orElseThrow())
                    .contains("recipient");
            engine.awaitResults(submissions.get(0), submissions.get(2));
            assertThat(simulator.messageCount()).isEqualTo(2);
        }
    }

    @Test
    void the_parts_of_one_message_go_together_and_settle_as_one() throws Exception {
        try (StoringEngine engine = new StoringEngine(outbox, bothHosts(), p -> p.setProfile("generic"))) {
            SubmitResult result =
                    engine.awaitResult(engine.submit(StoringEngine.message().text("x".repeat(400))));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.parts()).hasSize(3);
            List<String> ids = result.parts().stream()
                    .map(part -> part.messageId().orElseThrow().value())
                    .toList();
            assertThat(simulator.messages().stream().map(StoredMessage::messageId))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void what_is_in_hand_when_the_engine_closes_leaves_after_a_restart_once() throws Exception {
        int count = 20_000;
        List<Submission> submissions;
        int before;
        try (StoringEngine engine = engine().awaitBound(1)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                messages.add(StoringEngine.message().reference("m" + i).build());
            }
            submissions = engine.submitAll(messages);
            RunningEngine.await(() -> simulator.messageCount() > 100);
            engine.close();
            before = engine.results().size();
        }
        assertThat(before).isLessThan(count);
        try (StoringEngine engine = engine()) {
            assertThat(engine.outbox()).isNotNull(); // it is open
            RunningEngine.await(() -> engine.account().state().waiting() == 0);
        }
        assertThat(simulator.messages().stream().map(DispatchTest::reference).collect(Collectors.toSet()))
                .hasSize(count);
        assertThat(simulator.messageCount()).isEqualTo(count);
    }

    @Test
    void the_rate_of_the_account_holds_for_what_is_stored_too() throws Exception {
        try (StoringEngine engine = new StoringEngine(outbox, bothHosts(), p -> {
                    p.setMaxSubmitsPerSecond(100);
                    p.setWindowSize(100);
                })
                .awaitBound(1)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                messages.add(StoringEngine.message().build());
            }
            long from = System.nanoTime();
            engine.awaitResults(engine.submitAll(messages).toArray(Submission[]::new));
            // A burst of a tenth of a second is allowed, and it was saved up.
            assertThat(System.nanoTime() - from).isGreaterThan(1_800_000_000L);
        }
    }

    @Test
    void a_message_that_only_waits_in_memory_leaves_as_well() throws Exception {
        try (StoringEngine engine = engine()) {
            SubmitSm first;
            engine.outbox()
                    .submit(List.of(engine.account()
                            .prepare(
                                    StoringEngine.message().from("Shop").build(),
                                    new org.smppra.engine.SubmitDefaults(
                                            null, null, org.smppra.UnansweredPolicy.RESEND),
                                    false)));
            RunningEngine.await(() -> simulator.messageCount() == 1);
            first = simulator.messages().get(0).submitSm();
            assertThat(first.shortMessage().toLatin1()).isEqualTo("hello");
        }
    }
}
