package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

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
import org.smppra.Outcome;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.container.TinyTransactions;
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
        server.awaitBound();
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
    void ON_COMMIT_fails_no_commit_although_the_adapter_ended_before() throws Exception {
        SmppConnectionFactory smpp = server.connections("ON_COMMIT");
        transactions.begin();
        submit(smpp, "lost");
        server.stop();
        transactions.commit();
        server.startAgain();
        server.awaitBound();
        sendNow(server.connections("ON_COMMIT"), "last");
        server.awaitTexts("last");
    }
}
