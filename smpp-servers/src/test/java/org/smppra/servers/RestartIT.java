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

    /** The server dies between the decision and its execution, and before a decision; then it recovers by itself. */
    @Test
    void the_servers_own_recovery_ends_what_was_in_doubt() throws Exception {
        SERVER.ship("before");
        SERVER.awaitReceipts("before");
        SERVER.stopHosts();
        hang(SERVER, "COMMIT PREPARED", "decided", Step.ROW, Step.SUBMIT);
        hang(SERVER, "PREPARE TRANSACTION", "undecided", Step.SUBMIT, Step.ROW);
        assertThat(SERVER.database().prepared()).isNotEmpty();

        SERVER.server().kill();
        SERVER.tested().proxy().cut();
        SERVER.server().start();
        Waiting.until("the application runs", PATIENCE, () -> SERVER.check().answers());
        Waiting.until(
                "no branch is in doubt",
                PATIENCE,
                () -> SERVER.database().prepared().isEmpty() && SERVER.check().inDoubt() == 0);
        SERVER.startHosts();
        SERVER.awaitReceipts("decided");

        assertThat(SERVER.database().shipped()).containsExactly("before", "decided");
        assertThat(SERVER.sent()).containsExactly("before", "decided");
        assertThat(SERVER.check().waiting(GATEWAY)).isZero();
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
