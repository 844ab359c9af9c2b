package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;
import static org.smppra.servers.ServerExtension.PATIENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.StoredMessage;

/** Hosts that are away. */
class HostsIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final int CALLERS = 4;
    private static final int ROUNDS = Integer.getInteger("smpp.test.scale", 1);

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
        restartEachUnderLoad(SERVER);
    }

    static void restartEachUnderLoad(ServerExtension server) throws Exception {
        List<String> shipped = underLoad(server, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                restart(server, "a", SimulatedHost::stop);
                restart(server, "b", SimulatedHost::stop);
            }
        });
        assertThat(server.sent()).as("each once").hasSameElementsAs(shipped).hasSameSizeAs(shipped);
        assertThat(server.database().receipts()).hasSize(shipped.size());
    }

    /** What it took and could not answer any more is sent again, to the other. */
    @Test
    void one_dies_under_load() throws Exception {
        List<String> shipped = underLoad(SERVER, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                restart(SERVER, "a", SimulatedHost::kill);
            }
        });
        assertThat(SERVER.sent()).as("each").hasSameElementsAs(shipped);
        Map<String, List<StoredMessage>> copies =
                SERVER.messages().stream().collect(Collectors.groupingBy(ServerExtension::reference));
        assertThat(copies.values()).as("twice only by the host that died").allSatisfy(copy -> assertThat(
                        copy.stream().filter(each -> !each.host().equals("a")))
                .hasSizeLessThanOrEqualTo(1));
    }

    private interface Disturbance {
        void run() throws Exception;
    }

    /** @return what was shipped; all of it has left, and its receipts have come */
    private static List<String> underLoad(ServerExtension server, Disturbance disturbance) throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(caller(server, i, end)));
            }
            disturbance.run();
            end.set(true);
            int shipped = 0;
            for (Future<Integer> caller : callers) {
                shipped += caller.get();
            }
            assertThat(server.database().shipped()).hasSize(shipped);
        } finally {
            end.set(true);
            threads.shutdownNow();
        }
        Waiting.until("all have left", PATIENCE, () -> server.check().waiting(GATEWAY) == 0);
        List<String> shipped = server.database().shipped();
        server.awaitReceipts(shipped.toArray(String[]::new));
        return shipped;
    }

    /** Ships one after the other; a failure ends the test. @return how many */
    private static Callable<Integer> caller(ServerExtension server, int number, AtomicBoolean end) {
        return () -> {
            int count = 0;
            for (; !end.get(); count++) {
                server.ship("load-" + number + "-" + count);
            }
            return count;
        };
    }

    private static void restart(ServerExtension server, String host, Consumer<SimulatedHost> down) throws Exception {
        down.accept(server.simulator().host(host));
        long before = server.simulator().messageCount();
        Waiting.until(
                "the other host takes messages",
                PATIENCE,
                () -> server.simulator().messageCount() > before + 10);
        server.simulator().host(host).start();
        Waiting.until("both are bound", PATIENCE, () -> server.check().submitting(GATEWAY) == 2);
    }
}
