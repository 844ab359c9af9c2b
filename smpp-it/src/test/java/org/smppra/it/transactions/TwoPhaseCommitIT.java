package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.caught;
import static org.smppra.it.transactions.Steps.committed;
import static org.smppra.it.transactions.Steps.notSupported;
import static org.smppra.it.transactions.Steps.outlast;
import static org.smppra.it.transactions.Steps.refusing;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.requiresNew;
import static org.smppra.it.transactions.Steps.rollbackOnly;
import static org.smppra.it.transactions.Steps.rolledBack;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;
import static org.smppra.it.transactions.Steps.submitAll;
import static org.smppra.it.transactions.Steps.submitNow;
import static org.smppra.it.transactions.Steps.throwPlain;
import static org.smppra.it.transactions.Steps.throwRollingBack;
import static org.smppra.it.transactions.Steps.throwRuntime;
import static org.smppra.it.transactions.Steps.timed;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of a real database and messages at the provider agree, however a transaction ends. */
class TwoPhaseCommitIT {
    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer();

    private static final JsonArray ROW = row("a");
    private static final JsonArray MESSAGE = submit("outbox", "a");

    private Done run(JsonArray... steps) throws Exception {
        return SERVER.application().run(steps);
    }

    /** The references of rows, which are those of messages. */
    private void assertShipped(String... references) throws Exception {
        assertThat(SERVER.database().shipped()).containsExactly(references);
        assertThat(SERVER.sentAfterAll(references.length)).containsExactly(references);
        assertThat(SERVER.database().prepared()).isEmpty();
    }

    private static Stream<Arguments> commits() {
        return Stream.of(
                Arguments.of("container-managed", required(ROW, MESSAGE)),
                Arguments.of("container-managed, the message first", required(MESSAGE, ROW)),
                Arguments.of("bean-managed", committed(60, ROW, MESSAGE)),
                Arguments.of("nested beans in one transaction", required(ROW, required(MESSAGE))),
                Arguments.of(
                        "a checked exception that says nothing of transactions", required(ROW, MESSAGE, throwPlain())),
                Arguments.of("each its own unit", notSupported(ROW, MESSAGE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commits")
    void a_commit_ships_row_and_message(String name, JsonArray steps) throws Exception {
        run(steps);
        assertShipped("a");
    }

    /** What is said to be outside of any transaction is. */
    @Test
    void what_was_sent_at_once_is_not_taken_back() throws Exception {
        SERVER.awaitBound();
        run(rolledBack(row("now"), submitNow("outbox", "now")));
        run(rolledBack(row("direct"), submit("direct", "direct")));

        assertThat(SERVER.database().shipped()).isEmpty();
        assertThat(SERVER.sentAfterAll(2)).containsExactly("direct", "now");
    }

    @Test
    void on_commit_too_leaves_only_with_a_commit() throws Exception {
        SERVER.awaitBound();
        run(required(row("lost"), submit("onCommit", "lost"), rollbackOnly()));
        run(required(refusing(), submit("onCommit", "lost2"), row("lost2")));
        run(committed(60, row("kept"), submit("onCommit", "kept")));
        assertShipped("kept");
    }

    @Test
    void a_key_that_was_used_in_a_rolled_back_transaction_is_free_again() throws Exception {
        JsonArray keyed = submit(
                "outbox", Message.text("keyed").add("idempotencyKey", "key").build());
        run(required(keyed, rollbackOnly()));
        Done first = run(required(keyed));
        Done second = run(required(keyed));

        assertThat(second.submissionIds()).isEqualTo(first.submissionIds());
        assertThat(SERVER.sentAfterAll(1)).containsExactly("keyed");
    }

    private static Stream<Arguments> rollbacks() {
        return Stream.of(
                Arguments.of("setRollbackOnly before", required(rollbackOnly(), caught(MESSAGE))),
                Arguments.of("setRollbackOnly after", required(ROW, MESSAGE, rollbackOnly())),
                Arguments.of("an application exception that rolls back", required(ROW, MESSAGE, throwRollingBack())),
                Arguments.of("a runtime exception", required(ROW, MESSAGE, throwRuntime())),
                Arguments.of("a runtime exception in a nested bean", required(ROW, required(MESSAGE, throwRuntime()))),
                Arguments.of("bean-managed", rolledBack(ROW, MESSAGE)),
                Arguments.of("another resource refuses to prepare, after us", required(ROW, MESSAGE, refusing())),
                Arguments.of("another resource refuses to prepare, before us", required(refusing(), MESSAGE, ROW)),
                Arguments.of("a timeout of the container", timed(ROW, MESSAGE, outlast())),
                Arguments.of("a timeout of the bean", committed(1, ROW, MESSAGE, outlast())),
                Arguments.of("a timeout, then one more message", committed(1, MESSAGE, outlast(), caught(MESSAGE))),
                Arguments.of("the message alone", rolledBack(MESSAGE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rollbacks")
    void a_rollback_keeps_both_back(String name, JsonArray steps) throws Exception {
        run(steps);
        assertShipped();
    }

    @Test
    void all_submissions_of_a_transaction_leave_or_none() throws Exception {
        JsonArray[] many = {
            row("m1"),
            submit("outbox", "m1"),
            row("m2"),
            submit("outbox", "m2"),
            required(submit("outbox", "m3"), row("m3")),
            row("m0"),
            submitAll("outbox", Message.of("m"), 1)
        };
        run(required(append(many, rollbackOnly())));
        assertShipped();

        run(required(many));
        assertShipped("m0", "m1", "m2", "m3");
    }

    @Test
    void a_nested_transaction_of_its_own_keeps_its_own_outcome() throws Exception {
        run(required(
                row("outer"),
                submit("outbox", "outer"),
                requiresNew(row("inner"), submit("outbox", "inner")),
                row("outer2"),
                submit("outbox", "outer2"),
                rollbackOnly()));
        assertThat(SERVER.database().shipped()).containsExactly("inner");

        run(required(
                row("second"),
                submit("outbox", "second"),
                requiresNew(row("lost"), submit("outbox", "lost"), rollbackOnly()),
                notSupported(submit("outbox", "third"), row("third")),
                submit("outbox", "fourth"),
                row("fourth")));
        assertShipped("fourth", "inner", "second", "third");
    }

    @Test
    void a_refused_message_is_no_reason_to_roll_back_unless_the_application_says_so() throws Exception {
        JsonArray bad = submit("outbox", Message.text("bad").add("priority", 9).build());

        Done done = run(required(ROW, bad));

        assertThat(done.thrown().field()).isEqualTo("priority");
        assertThat(SERVER.database().shipped()).containsExactly("a");
        assertThat(run(required(caught(bad), row("b"), submit("outbox", "b"))).caught())
                .hasSize(1);
        assertThat(SERVER.database().shipped()).containsExactly("a", "b");
        assertThat(SERVER.sentAfterAll(1)).containsExactly("b");
    }

    @Test
    void commits_while_both_hosts_are_down_and_sends_when_one_is_up() throws Exception {
        SERVER.stopHosts();
        assertThat(run(required(ROW, MESSAGE)).isFine()).isTrue();
        assertThat(SERVER.application().waiting("outbox")).isEqualTo(1);
        assertThat(SERVER.database().shipped()).containsExactly("a");

        SERVER.simulator().host("b").start();
        assertShipped("a");
    }

    @Test
    void the_listener_writes_what_became_of_each_submission() throws Exception {
        run(required(row("heard"), submit("outbox", "heard")));
        SERVER.awaitResults(List.of("heard"));
        assertShipped("heard");
        assertThat(SERVER.database().outcomes("heard")).containsExactly("ACCEPTED");
    }

    @Test
    void rows_and_messages_agree_after_many_at_once_that_end_in_every_way() throws Exception {
        int each = 25 * Integer.getInteger("smpp.test.scale", 1);
        List<String> shipped = new Mixture(SERVER.application(), 8, each).run();

        assertThat(SERVER.database().shipped()).isEqualTo(shipped);
        assertThat(SERVER.sentAfterAll(shipped.size())).isEqualTo(shipped);
        assertThat(SERVER.database().prepared()).isEmpty();
    }

    private static JsonArray[] append(JsonArray[] steps, JsonArray last) {
        return Stream.concat(Stream.of(steps), Stream.of(last)).toArray(JsonArray[]::new);
    }
}
