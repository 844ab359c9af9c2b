package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.DIRECT;
import static org.smppra.servers.ServerExtension.GATEWAY;

import org.junit.jupiter.api.Test;
import org.smppra.servers.application.Step;

/** What an application does that brings the adapter with it. */
interface InTheEarTests {
    ServerExtension server();

    @Test
    default void sends_with_commit_and_not_with_rollback() throws Exception {
        server().check().transact(GATEWAY, "lost", Step.ROW, Step.SUBMIT, Step.ROLLBACK);
        server().ship("kept");

        server().awaitReceipts("kept");
        assertThat(server().sent()).containsExactly("kept");
        assertThat(server().database().shipped()).containsExactly("kept");
        assertThat(server().database().prepared()).isEmpty();
    }

    /** It has left when submit returns, whatever becomes of the transaction. */
    @Test
    default void direct_does_not_wait_for_the_transaction() throws Exception {
        server().server().becomeDirect(true);
        try {
            Waiting.until(
                    "a host takes messages",
                    ServerExtension.PATIENCE,
                    () -> server().check().answers() && server().check().submitting(DIRECT) > 0);
            server().check().transact(DIRECT, "rolled back", Step.SUBMIT, Step.ROW, Step.ROLLBACK);
            assertThat(server().sent()).containsExactly("rolled back");
            server().check().transact(DIRECT, "committed", Step.SUBMIT, Step.ROW);
            assertThat(server().sent()).containsExactly("committed", "rolled back");
            assertThat(server().database().shipped()).containsExactly("committed");
        } finally {
            server().server().becomeDirect(false);
        }
    }

    @Test
    default void receives_again_after_a_failure_and_after_a_rollback() throws Exception {
        server().ship("throws");
        server().ship("rolls-back");
        server().awaitReceipts("throws", "rolls-back");
        assertThat(server().database().attempts("throws")).containsExactly("3");
        assertThat(server().database().attempts("rolls-back")).containsExactly("3");
    }

    @Test
    default void both_hosts_are_down_at_deployment() throws Exception {
        server().tested().undeploy();
        server().stopHosts();
        server().tested().deploy(server().packaging());
        server().ship("early");
        assertThat(server().check().waiting(GATEWAY)).isEqualTo(1);
        assertThat(server().database().shipped()).containsExactly("early");

        server().startHosts();
        server().awaitReceipts("early");
        assertThat(server().sent()).containsExactly("early");
    }

    @Test
    default void each_host_is_restarted_under_load() throws Exception {
        HostsIT.restartEachUnderLoad(server());
    }

    /** What waited leaves before anybody asks for a factory, or submits. */
    @Test
    default void the_application_is_deployed_again_and_leaves_no_thread() throws Exception {
        assertThat(server().tested().adapterThreads()).isNotEmpty();
        server().stopHosts();
        server().ship("waited");
        server().tested().undeploy();
        Waiting.until("all threads of the adapter have ended", ServerExtension.PATIENCE, () -> server().tested()
                .adapterThreads()
                .isEmpty());
        server().startHosts();
        server().tested().deploy(server().packaging());
        server().awaitSent("waited");
        server().ship("again");
        server().awaitReceipts("waited", "again");
        assertThat(server().sent()).containsExactly("again", "waited");
    }

    @Test
    default void the_servers_own_recovery_ends_what_was_in_doubt() throws Exception {
        RestartIT.dieInDoubtAndRecover(server());
        assertThat(server().sent()).containsExactly("after", "decided");
        assertThat(server().database().shipped()).containsExactly("after", "decided");
    }
}
