package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hosts that are away. */
class HostsIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final int CALLERS = 4;
    private static final int ROUNDS = 2 * Integer.getInteger("smpp.test.scale", 1);

    @Test
    void both_are_down_at_deployment() throws Exception {
        SERVER.tested().undeploy();
        SERVER.server().undeployAdapter();
        SERVER.stopHosts();

        SERVER.server().deployAdapter();
        SERVER.tested().deploy(Packaging.STANDALONE);
        SERVER.ship("early");
        assertThat(SERVER.check().waiting(GATEWAY)).isEqualTo(1);
        assertThat(SERVER.database().shipped()).containsExactly("early");

        SERVER.startHosts();
        SERVER.awaitReceipts("early");
        assertThat(SERVER.sent()).containsExactly("early");
    }

    @Test
    void each_is_restarted_under_load() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(caller(i, end)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                restart("a");
                restart("b");
            }
            end.set(true);
            int shipped = 0;
            for (Future<Integer> caller : callers) {
                shipped += caller.get();
            }
            assertThat(SERVER.database().shipped()).hasSize(shipped);
        } finally {
            end.set(true);
            threads.shutdownNow();
        }
        List<String> shipped = SERVER.database().shipped();
        Waiting.until(
                "all have come", ServerExtension.PATIENCE, () -> SERVER.sent().size() >= shipped.size());
        assertThat(SERVER.sent()).as("each once").hasSameElementsAs(shipped).hasSameSizeAs(shipped);
        SERVER.awaitReceipts(shipped.toArray(String[]::new));
        assertThat(SERVER.database().receipts()).hasSize(shipped.size());
    }

    /** Ships one after the other; a failure ends the test. @return how many */
    private static Callable<Integer> caller(int number, AtomicBoolean end) {
        return () -> {
            int count = 0;
            for (; !end.get(); count++) {
                SERVER.ship("load-" + number + "-" + count);
            }
            return count;
        };
    }

    private static void restart(String host) throws Exception {
        long before = SERVER.simulator().messageCount();
        SERVER.simulator().host(host).stop();
        Waiting.until(
                "the other host takes messages",
                ServerExtension.PATIENCE,
                () -> SERVER.simulator().messageCount() > before + 10);
        SERVER.simulator().host(host).start();
        Waiting.until(
                "both are bound", ServerExtension.PATIENCE, () -> SERVER.check().submitting(GATEWAY) == 2);
    }
}
