package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.spi.InvalidPropertyException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.InvalidMessageException;
import org.smppra.OutboxFullException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.ra.StartedAdapter;
import org.smppra.ra.container.LogLines;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;

/** What submit refuses in each mode, and how it says so. */
class SubmitRefusalsTest {
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
        assertThatThrownBy(() -> submit(smpp, "after")).isInstanceOfSatisfying(SmppException.class, e -> {
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
