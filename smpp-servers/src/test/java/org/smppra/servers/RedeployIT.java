package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;
import static org.smppra.servers.ServerExtension.PATIENCE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Application and adapter come and go. */
class RedeployIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final int TIMES = Math.min(50, 2 * Integer.getInteger("smpp.test.scale", 1));

    @Test
    void the_application_is_deployed_again() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            SERVER.tested().undeploy();
            SERVER.tested().deploy(Packaging.STANDALONE);
            SERVER.ship("application-" + i);
            SERVER.awaitReceipts("application-" + i);
        }
        assertThat(SERVER.sent()).hasSize(TIMES);
    }

    @Test
    void the_adapter_is_deployed_again_and_its_stop_leaves_no_thread_and_no_connection() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            assertThat(SERVER.tested().adapterThreads()).isNotEmpty();
            SERVER.tested().undeploy();
            SERVER.server().undeployAdapter();
            Waiting.until("all threads of the adapter have ended", PATIENCE, () -> SERVER.tested()
                    .adapterThreads()
                    .isEmpty());
            Waiting.until("no connection is left", PATIENCE, () -> SERVER.simulator().hosts().stream()
                    .allMatch(host -> host.connections() == 0));

            SERVER.server().deployAdapter();
            SERVER.tested().deploy(Packaging.STANDALONE);
            Waiting.until("both are bound", PATIENCE, () -> SERVER.check().submitting(GATEWAY) == 2);
            SERVER.ship("adapter-" + i);
            SERVER.awaitReceipts("adapter-" + i);
        }
        assertThat(SERVER.sent()).hasSize(TIMES);
    }
}
