package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.servers.ServerExtension.DIRECT;
import static org.smppra.servers.ServerExtension.GATEWAY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.servers.application.Step;
import org.smppra.simulator.BindView;
import org.smppra.simulator.StoredMessage;

/** Rows of a database and messages at the provider agree. */
class SendIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    /** Where the server's store names another account it begins when it is first looked at. */
    @BeforeEach
    void awaitAccountOfTheStore() throws Exception {
        Waiting.until(
                "both hosts are bound",
                ServerExtension.PATIENCE,
                () -> SERVER.check().submitting(DIRECT) == 2);
    }

    @Test
    void a_commit_ships_row_and_message() throws Exception {
        SERVER.ship("row first");
        SERVER.check().transact(GATEWAY, "message first", Step.SUBMIT, Step.ROW);
        SERVER.check().transact(GATEWAY, "message alone", Step.SUBMIT);
        SERVER.check().submit(GATEWAY, "no transaction");

        SERVER.awaitReceipts("row first", "message first", "message alone", "no transaction");
        assertThat(SERVER.sent()).containsExactly("message alone", "message first", "no transaction", "row first");
        assertThat(SERVER.database().shipped()).containsExactly("message first", "row first");
        assertThat(SERVER.database().prepared()).isEmpty();
        assertThat(SERVER.check().inDoubt()).isZero();
    }

    @Test
    void a_rollback_keeps_both_back() throws Exception {
        SERVER.check().transact(GATEWAY, "row first", Step.ROW, Step.SUBMIT, Step.ROLLBACK);
        SERVER.check().transact(GATEWAY, "message first", Step.SUBMIT, Step.ROW, Step.ROLLBACK);
        SERVER.ship("once");
        assertThatThrownBy(() -> SERVER.check().transact(GATEWAY, "twice", Step.SUBMIT, Step.ROW, Step.ROW))
                .hasMessageContaining("duplicate key");
        SERVER.ship("last");

        SERVER.awaitReceipts("once", "last");
        assertThat(SERVER.sent()).containsExactly("last", "once");
        assertThat(SERVER.database().shipped()).containsExactly("last", "once");
        assertThat(SERVER.check().waiting(GATEWAY)).isZero();
    }

    /** As DIRECT says: it has left when submit returns, whatever becomes of the transaction. */
    @Test
    void direct_does_not_wait_for_the_transaction() throws Exception {
        SERVER.check().submit(DIRECT, "outside");
        assertThat(SERVER.sent()).containsExactly("outside");

        SERVER.check().transact(DIRECT, "rolled back", Step.SUBMIT, Step.ROW, Step.ROLLBACK);
        assertThat(SERVER.sent()).containsExactly("outside", "rolled back");
        assertThat(SERVER.database().shipped()).isEmpty();
    }

    @Test
    void direct_commits_beside_a_second_resource() throws Exception {
        SERVER.check().transact(DIRECT, "message first", Step.SUBMIT, Step.ROW);
        SERVER.check().transact(DIRECT, "row first", Step.ROW, Step.SUBMIT);
        assertThat(SERVER.sent()).containsExactly("message first", "row first");
        assertThat(SERVER.database().shipped()).containsExactly("message first", "row first");
        assertThat(SERVER.database().prepared()).isEmpty();
    }

    /** Whom the server's store names signs on, where it can name one; each password is the store's everywhere. */
    @Test
    void direct_signs_on_as_the_servers_own_store_says() throws Exception {
        SERVER.check().submit(DIRECT, "signed on");
        SERVER.check().submit(GATEWAY, "by the adapter's account");
        SERVER.awaitReceipts("by the adapter's account");

        assertThat(SERVER.messages())
                .extracting(StoredMessage::systemId)
                .containsExactly(SERVER.server().directAccount(), Provider.ACCOUNT);
    }

    @Test
    void another_account_sends_by_tls() throws Exception {
        Waiting.until(
                "both hosts are bound by TLS",
                ServerExtension.PATIENCE,
                () -> SERVER.check().submitting("smpp/secure") == 2);
        SERVER.check().transact("smpp/secure", "secret", Step.ROW, Step.SUBMIT);

        SERVER.awaitSent("secret");
        assertThat(SERVER.simulator().hosts())
                .allSatisfy(host ->
                        assertThat(host.binds()).extracting(BindView::tls).contains(true, false));
    }

    @Test
    void a_bad_message_is_refused_by_its_field() {
        assertThatThrownBy(() -> SERVER.check().transact(GATEWAY, "x".repeat(300), Step.SUBMIT))
                .hasMessageContaining("reference");
    }
}
