package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.OutboxFullException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.ra.StartedAdapter;
import org.smppra.ra.container.LogLines;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;

/** The truth table of docs/transactions.md, counted at the SMSC. */
class SubmitModesTest {
    @TempDir
    private Path directory;

    private ServedAdapter server;
    private TinyTransactions transactions;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory).start();
        transactions = server.transactions();
        server.awaitBound();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Submission submit(SmppConnectionFactory smpp, String text) throws SmppException {
        try (SmppConnection connection = smpp.getConnection()) {
            return connection.submit(message(text));
        }
    }

    private static String sendNow(SmppConnectionFactory smpp, String text) throws SmppException {
        try (SmppConnection connection = smpp.getConnection()) {
            return connection.submitNow(message(text)).messageId().value();
        }
    }

    @ParameterizedTest
    @CsvSource({"DIRECT, NoTransaction", "ON_COMMIT, NoTransaction", "OUTBOX, XATransaction", ", XATransaction"})
    void the_container_is_told_the_level_of_the_mode(String mode, TransactionSupportLevel level) {
        assertThat(server.factory(mode).getTransactionSupport()).isEqualTo(level);
    }

    @Test
    void the_adapters_mode_is_its_factories_default() throws Exception {
        server.adapter().setSubmitMode("DIRECT");
        assertThat(server.factory(null).getTransactionSupport()).isEqualTo(TransactionSupportLevel.NoTransaction);
        assertThat(submit(server.connections(null), "one").result()).isPresent();
    }

    @Test
    void DIRECT_sends_at_once_and_a_rollback_does_not_take_it_back() throws Exception {
        SmppConnectionFactory smpp = server.connections("DIRECT");
        transactions.begin();
        SubmitResult result = submit(smpp, "direct").result().orElseThrow();
        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.texts()).containsExactly("direct");
        transactions.rollback();
        assertThat(server.texts()).containsExactly("direct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_COMMIT", "OUTBOX"})
    void what_a_transaction_submits_leaves_after_its_commit_and_not_before(String mode) throws Exception {
        SmppConnectionFactory smpp = server.connections(mode);
        transactions.begin();
        Submission submission = submit(smpp, "inside");
        assertThat(submission.result()).isEmpty();
        assertThat(submission.submissionId()).hasSize(20);
        sendNow(smpp, "now"); // by the same links, and with its answer: the other one had its chance to leave
        assertThat(server.texts()).containsExactly("now");
        transactions.commit();
        server.awaitTexts("now", "inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_COMMIT", "OUTBOX"})
    void what_was_rolled_back_never_leaves(String mode) throws Exception {
        SmppConnectionFactory smpp = server.connections(mode);
        transactions.begin();
        submit(smpp, "rolled back");
        transactions.rollback();
        transactions.begin();
        submit(smpp, "committed");
        transactions.commit();
        server.awaitTexts("committed");
        sendNow(smpp, "last");
        server.awaitTexts("committed", "last");
    }

    @Test
    void OUTBOX_is_on_disk_before_submit_returns_outside_a_transaction() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        Submission submission = submit(server.connections("OUTBOX"), "kept");
        assertThat(submission.result()).isEmpty();
        server.startAgain();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("kept");
    }

    @Test
    void OUTBOX_takes_what_it_cannot_send_now() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        SmppConnectionFactory smpp = server.connections("OUTBOX");
        transactions.begin();
        submit(smpp, "later");
        transactions.commit();
        assertThatThrownBy(() -> sendNow(smpp, "now")).isInstanceOf(GatewayUnavailableException.class);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("later");
    }

    @Test
    void OUTBOX_keeps_what_was_committed_and_ON_COMMIT_loses_it_when_the_adapter_ends() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        transactions.begin();
        submit(server.connections("OUTBOX"), "on disk");
        submit(server.connections("ON_COMMIT"), "in memory");
        transactions.commit();
        server.startAgain();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("on disk");
        sendNow(server.connections("OUTBOX"), "last");
        server.awaitTexts("on disk", "last");
    }

    @Test
    void ON_COMMIT_is_as_DIRECT_without_a_transaction() throws Exception {
        Submission submission = submit(server.connections("ON_COMMIT"), "at once");
        assertThat(submission.result().orElseThrow().messageId().value())
                .isEqualTo(server.simulator().messages().get(0).messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECT", "ON_COMMIT", "OUTBOX"})
    void submitNow_waits_for_the_answer_outside_any_transaction_in_every_mode(String mode) throws Exception {
        SmppConnectionFactory smpp = server.connections(mode);
        transactions.begin();
        assertThat(sendNow(smpp, "now"))
                .isEqualTo(server.simulator().messages().get(0).messageId());
        transactions.rollback();
        try (SmppConnection connection = smpp.getConnection()) {
            transactions.begin();
            List<SubmitResult> results = connection.submitAllNow(List.of(message("a"), message("b")));
            assertThat(results).extracting(SubmitResult::outcome).containsOnly(Outcome.ACCEPTED);
            transactions.rollback();
        }
        assertThat(server.texts()).containsExactlyInAnyOrder("now", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECT", "ON_COMMIT", "OUTBOX"})
    void a_bad_message_is_invalid_in_the_list_and_does_not_stop_the_others(String mode) throws Exception {
        SmppConnectionFactory smpp = server.connections(mode);
        ShortMessage bad = message("bad").toBuilder().recipient("not a number").build();
        transactions.begin();
        try (SmppConnection connection = smpp.getConnection()) {
            List<Submission> all = connection.submitAll(List.of(message("a"), bad, message("b")));
            assertThat(all).hasSize(3);
            assertThat(all.get(1).result().orElseThrow().outcome()).isEqualTo(Outcome.INVALID);
            assertThatThrownBy(() -> connection.submit(bad)).isInstanceOf(InvalidMessageException.class);
        }
        transactions.commit();
        server.awaitTexts("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_COMMIT", "OUTBOX"})
    void a_transaction_that_is_marked_for_rollback_refuses_submit(String mode) throws Exception {
        SmppConnectionFactory smpp = server.connections(mode);
        transactions.begin();
        submit(smpp, "before");
        transactions.setRollbackOnly();
        assertThatThrownBy(() -> submit(smpp, "after"))
                .isInstanceOfSatisfying(SmppException.class, e -> {
                    assertThat(e.code()).isEqualTo("SMPP-ROLLBACK-ONLY");
                    assertThat(e.sent()).isEqualTo(Sent.NOTHING);
                    assertThat(e.retryable()).isFalse();
                });
        transactions.rollback();
        sendNow(smpp, "last");
        server.awaitTexts("last");
    }

    @Test
    void OUTBOX_refuses_a_transaction_in_which_the_server_did_not_enlist_it() throws Exception {
        SmppConnectionFactory smpp = server.connections("OUTBOX");
        try (SmppConnection connection = smpp.getConnection()) {
            transactions.begin();
            assertThatThrownBy(() -> connection.submit(message("x")))
                    .isInstanceOfSatisfying(
                            SmppException.class, e -> assertThat(e.code()).isEqualTo("SMPP-NOT-ENLISTED"))
                    .hasMessageContaining("XATransaction");
            transactions.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({"ALLOW, true", "WARN, true", ", true", "REJECT, false"})
    void DIRECT_inside_a_transaction_is_allowed_warned_of_or_rejected(String policy, boolean sends) throws Exception {
        SmppManagedConnectionFactory factory = server.factory("DIRECT");
        factory.setDirectInTransaction(policy);
        SmppConnectionFactory smpp = (SmppConnectionFactory) factory.createConnectionFactory(server.container());
        transactions.begin();
        if (sends) {
            submit(smpp, "inside");
        } else {
            assertThatThrownBy(() -> submit(smpp, "inside"))
                    .hasMessageContaining("directInTransaction")
                    .isInstanceOfSatisfying(
                            SmppException.class, e -> assertThat(e.code()).isEqualTo("SMPP-IN-TRANSACTION"));
            sendNow(smpp, "inside"); // says by its name that it obeys no transaction
        }
        transactions.rollback();
        assertThat(server.texts()).containsExactly("inside");
        assertThat(submit(smpp, "outside").result()).isPresent();
    }

    @Test
    void ON_COMMIT_keeps_what_it_has_when_the_container_takes_the_connection_back_before_the_end() throws Exception {
        StrictContainer container = server.container();
        SmppConnectionFactory smpp =
                (SmppConnectionFactory) server.factory("ON_COMMIT").createConnectionFactory(container);
        transactions.begin();
        submit(smpp, "first"); // closing the handle cleans up: no transaction level keeps the connection
        assertThat(container.idle()).isEqualTo(1);
        container.close();
        submit(server.connections("ON_COMMIT"), "second");
        transactions.commit();
        server.awaitTexts("first", "second");
    }

    @Test
    void OUTBOX_keeps_what_it_has_when_the_connection_is_cleaned_up_before_the_end() throws Exception {
        StrictContainer container = server.container();
        SmppConnectionFactory smpp =
                (SmppConnectionFactory) server.factory("OUTBOX").createConnectionFactory(container);
        transactions.begin();
        smpp.getConnection().submit(message("kept")); // a handle that nobody closes
        container.takeBack();
        transactions.commit();
        server.awaitTexts("kept");
    }

    @Test
    void the_same_key_submits_once_and_is_free_again_after_a_rollback() throws Exception {
        SmppConnectionFactory smpp = server.connections("OUTBOX");
        ShortMessage message = message("once").toBuilder().idempotencyKey("k").build();
        transactions.begin();
        smpp.getConnection().submit(message);
        transactions.rollback();
        transactions.begin();
        Submission first = smpp.getConnection().submit(message);
        transactions.commit();
        Submission again = smpp.getConnection().submit(message);
        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.submissionId()).isEqualTo(first.submissionId());
        server.awaitTexts("once");
    }

    @Test
    void a_mode_or_policy_that_does_not_exist_is_named_at_deployment() {
        SmppManagedConnectionFactory factory = server.factory("SOMETIMES");
        assertThatThrownBy(factory::createConnectionFactory)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageStartingWith("submitMode: 'SOMETIMES' is not one of [DIRECT, ON_COMMIT, OUTBOX]");
        SmppManagedConnectionFactory other = server.factory("DIRECT");
        other.setDirectInTransaction("NEVER");
        assertThatThrownBy(other::createConnectionFactory)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageStartingWith("directInTransaction: 'NEVER'");
    }

    @Test
    void without_a_directory_only_DIRECT_is_possible_and_the_property_is_named() throws Exception {
        server.adapter().setOutboxDirectory(null);
        for (String mode : new String[] {"OUTBOX", "ON_COMMIT"}) {
            assertThatThrownBy(() -> server.connections(mode))
                    .isInstanceOf(InvalidPropertyException.class)
                    .hasMessageStartingWith("outboxDirectory: ");
        }
        assertThat(submit(server.connections("DIRECT"), "x").result()).isPresent();
    }

    @Test
    void many_submissions_of_one_transaction_leave_together_or_not_at_all() throws Exception {
        SmppConnectionFactory smpp = server.connections("OUTBOX");
        for (boolean commits : new boolean[] {false, true}) {
            transactions.begin();
            for (int i = 0; i < 20; i++) {
                submit(smpp, commits + " " + i);
            }
            if (commits) {
                transactions.commit();
            } else {
                transactions.rollback();
            }
        }
        server.await("20 messages", () -> server.texts().size() == 20);
        assertThat(server.texts()).allMatch(text -> text.startsWith("true"));
        assertThat(server.simulator().await(() -> server.texts().size() > 20, Duration.ofMillis(200)))
                .isFalse();
    }

    @Test
    void the_warning_of_DIRECT_inside_a_transaction_is_said_once_a_factory() throws Exception {
        try (LogLines lines = LogLines.of("org.smppra.ra.outbound.DirectStoring")) {
            for (int factories = 1; factories <= 2; factories++) {
                SmppConnectionFactory smpp = server.connections("DIRECT");
                for (int i = 0; i < 3; i++) {
                    transactions.begin();
                    submit(smpp, "x");
                    transactions.commit();
                    submit(smpp, "x");
                }
                assertThat(lines.all()).hasSize(factories).allMatch(line -> line.contains("SMPP-331"));
            }
        }
    }

    @Test
    void ON_COMMIT_fails_no_commit_although_the_adapter_ended_before() throws Exception {
        SmppConnectionFactory smpp = server.connections("ON_COMMIT");
        transactions.begin();
        submit(smpp, "lost");
        server.stop();
        transactions.commit();
        server.startAgain();
        sendNow(server.connections("ON_COMMIT"), "last");
        server.awaitTexts("last");
    }

    @Test
    void a_full_outbox_refuses_while_the_transaction_can_still_roll_back_and_a_rollback_makes_room() throws Exception {
        server.stop();
        server.adapter().setOutboxCapacity(1);
        server.start();
        server.simulator().hosts().forEach(SimulatedHost::stop);
        SmppConnectionFactory smpp = server.connections("OUTBOX");
        transactions.begin();
        submit(smpp, "one");
        assertThatThrownBy(() -> submit(smpp, "two"))
                .isInstanceOfSatisfying(
                        OutboxFullException.class, e -> assertThat(e.sent()).isEqualTo(Sent.NOTHING));
        transactions.rollback();
        transactions.begin();
        submit(smpp, "three");
        transactions.commit();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("three");
    }

    @Test
    void a_server_that_says_nothing_of_transactions_has_no_ON_COMMIT_and_the_others(@TempDir Path elsewhere)
            throws Exception {
        server.stop();
        server.adapter().setOutboxDirectory(elsewhere.toString());
        StartedAdapter.start(server.adapter(), null);
        assertThatThrownBy(() -> submit(server.connections("ON_COMMIT"), "x"))
                .isInstanceOfSatisfying(
                        SmppException.class, e -> assertThat(e.code()).isEqualTo("SMPP-NO-TRANSACTIONS"));
        submit(server.connections("OUTBOX"), "stored");
        server.awaitTexts("stored");
        submit(server.connections("DIRECT"), "direct");
        server.awaitTexts("stored", "direct");
    }
}
