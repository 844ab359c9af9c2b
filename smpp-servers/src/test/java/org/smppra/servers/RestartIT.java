package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;
import static org.smppra.servers.ServerExtension.PATIENCE;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.servers.application.Step;

/** The server stops, or dies, and starts again. */
class RestartIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    @Test
    void the_adapter_alone_sends_what_waited() throws Exception {
        SERVER.stopHosts();
        SERVER.ship("waited");
        SERVER.tested().undeploy();
        SERVER.server().stop();

        SERVER.startHosts();
        SERVER.server().start();
        SERVER.awaitSent("waited");

        SERVER.tested().deploy(Packaging.STANDALONE);
        SERVER.awaitReceipts("waited");
        assertThat(SERVER.sent()).containsExactly("waited");
    }

    @Test
    void the_servers_own_recovery_ends_what_was_in_doubt() throws Exception {
        SERVER.ship("before");
        SERVER.awaitReceipts("before");
        hangTheBean();
        dieInDoubtAndRecover(SERVER);

        assertThat(SERVER.database().shipped()).containsExactly("after", "before", "decided");
        assertThat(SERVER.sent()).containsExactly("after", "asks", "before", "decided", "reply");
        SERVER.awaitReceipts("asks", "reply");
        assertThat(SERVER.database().attempts("asks")).containsExactly("1");
    }

    /**
     * A bean's row and reply are decided and not executed; its receipt is not acknowledged. It comes again after the
     * recovery, and the bean finds the row.
     */
    private static void hangTheBean() throws Exception {
        SERVER.tested().proxy().stall("COMMIT PREPARED");
        SERVER.check().submit(GATEWAY, "asks");
        SERVER.tested().proxy().awaitStalled();
        assertThat(SERVER.check().inDoubt()).isEqualTo(1);
        assertThat(SERVER.database().prepared()).hasSize(1);
        assertThat(SERVER.simulator().reportsWaiting(Provider.ACCOUNT)).isEqualTo(1);
    }

    /**
     * The server dies between a decision and its execution, with both branches prepared, and before a decision, with the
     * adapter's branch prepared; then it recovers by itself. At the end it ships "after" too.
     */
    static void dieInDoubtAndRecover(ServerExtension server) throws Exception {
        server.stopHosts();
        int inDoubt = server.check().inDoubt();
        int prepared = server.database().prepared().size();
        hang(server, "COMMIT PREPARED", "decided", Step.ROW, Step.SUBMIT);
        assertThat(server.check().inDoubt()).isEqualTo(inDoubt + 1);
        assertThat(server.database().prepared()).hasSize(prepared + 1);
        Step[] adapterFirst = server.server().preparesInOrder()
                ? new Step[] {Step.SUBMIT, Step.ROW}
                : new Step[] {Step.ROW, Step.SUBMIT};
        hang(server, "PREPARE TRANSACTION", "undecided", adapterFirst);
        assertThat(server.check().inDoubt()).isEqualTo(inDoubt + 2);
        assertThat(server.database().prepared()).hasSize(prepared + 1);

        server.server().kill();
        server.tested().proxy().cut();
        server.server().start();
        Waiting.until("the application runs", PATIENCE, () -> server.check().answers());
        Waiting.until(
                "no branch is in doubt",
                PATIENCE,
                () -> server.database().prepared().isEmpty() && server.check().inDoubt() == 0);
        server.startHosts();
        server.awaitReceipts("decided");

        server.ship("after"); // whatever else was to be sent has been sent before it
        server.awaitReceipts("after");
        assertThat(server.check().waiting(GATEWAY)).isZero();
        assertThat(server.check().inDoubt()).isZero();
        assertThat(server.database().prepared()).isEmpty();
    }

    /** A transaction that hangs at the database, as long as the server lives. */
    static void hang(ServerExtension server, String statement, String reference, Step... steps) throws Exception {
        StallingProxy proxy = server.tested().proxy();
        proxy.stall(statement);
        CompletableFuture<Void> transaction = CompletableFuture.runAsync(() -> {
            try {
                server.check().transact(GATEWAY, reference, steps);
            } catch (Exception e) {
                throw new IllegalStateException(String.join(", ", List.of(reference, String.valueOf(e))), e);
            }
        });
        proxy.awaitStalled();
        assertThat(transaction).isNotDone();
    }
}
