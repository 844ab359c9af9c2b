package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.receipts.empty.EmptyAdapter;
import org.smppra.it.wildfly.Waiting;
import org.smppra.ra.SmppResourceAdapter;

/** Application and adapter are deployed again and again. */
class RedeployIT {
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);
    private static final int TIMES = Math.min(50, 5 * InboundServer.SCALE);
    private static final int RECEIPTS = 20;
    private static final List<String> APPLICATIONS = List.of("inbound.war", "nothing.war");
    private static final List<String> ADAPTERS = List.of("smpp-ra.rar", "empty.rar");

    @Test
    void redeployments_of_the_application_leave_nothing_behind() throws Exception {
        SERVER.deploy("inbound", Map.of());
        work();
        List<String> threads = threads();
        for (int i = 0; i < TIMES; i++) {
            SERVER.management().redeploy("inbound.war");
            work();
        }

        awaitSame(threads);
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void redeployments_of_the_adapter_leave_nothing_behind() throws Exception {
        SERVER.deploy("inbound", Map.of());
        work();
        List<String> threads = threads();
        for (int i = 0; i < TIMES; i++) {
            SERVER.management().undeploy("inbound.war");
            SERVER.management().redeploy("smpp-ra.rar");
            SERVER.management().deployAgain("inbound.war");
            work();
        }

        awaitSame(threads);
        assertThat(SERVER.repeats()).isEmpty();
        // What a server lets go of in its own time (idle threads, what is in its queues) is not kept.
        Waiting.until("this adapter, and at most one before it", PATIENCE, () -> {
            long loaders = loaders(SmppResourceAdapter.class);
            System.out.printf("After %d redeployments %d class loaders of ours%n", TIMES, loaders);
            return loaders == 1 || loaders == 2;
        });
    }

    /**
     * Here as servers run: what was once introspected is kept until memory is short, and with it its class loader. The
     * test above shows that nothing else keeps ours; this one, that the same happens to an adapter without any code, and
     * who it is that keeps them.
     */
    @Test
    void with_soft_caches_the_server_keeps_of_ours_what_it_keeps_of_an_empty_adapter() throws Exception {
        SERVER.kill();
        SERVER.server().startWithSoftCaches();
        Management management = SERVER.management();
        management.deploy(EmptyDeployments.adapter());
        management.deploy(EmptyDeployments.application());
        try {
            SERVER.deploy("inbound", Map.of());
            for (int i = 0; i < TIMES; i++) {
                undeploy(APPLICATIONS);
                for (String adapter : ADAPTERS) {
                    management.redeploy(adapter);
                }
                deployAgain(APPLICATIONS);
            }
            long ours = loaders(SmppResourceAdapter.class);
            long empty = loaders(EmptyAdapter.class);
            System.out.printf(
                    "After %d redeployments %d class loaders of ours, %d of an empty adapter%n", TIMES, ours, empty);
            assertThat(ours).isLessThanOrEqualTo(empty);

            undeploy(APPLICATIONS);
            undeploy(ADAPTERS); // now each that is left is an old one
            assertOthersKeepOurs();
            deployAgain(ADAPTERS);
        } finally {
            management.remove("nothing.war");
            management.remove("empty.rar");
            SERVER.kill();
            SERVER.startAgain();
        }
    }

    /** At most one as long as the server lives, the others until memory is short; none by code of ours. */
    private static void assertOthersKeepOurs() throws Exception {
        AtomicReference<List<Hold>> last = new AtomicReference<>(List.of());
        String ours = SmppResourceAdapter.class.getName();
        String empty = EmptyAdapter.class.getName();
        // Here, too, is some that the server lets go of in its own time.
        Waiting.until("only caches keep ours, and at most one for good", LONG_PATIENCE, () -> {
            HeapDump dump = dumpOf(ours, empty);
            List<Hold> holds = dump.holdsOf(ours);
            System.out.print(Hold.describe(ours, holds) + Hold.describe(empty, dump.holdsOf(empty)));
            last.set(holds);
            return holds.stream().filter(hold -> !hold.isSoft()).count() <= 1
                    && holds.stream().noneMatch(hold -> hold.isBy("org.smppra"));
        });
        assertThat(last.get()).as("what has no path is not seen").isNotEmpty();
    }

    private static HeapDump dumpOf(String... defined) throws Exception {
        Path file = Path.of(System.getProperty("it.jbossHome")).resolveSibling("redeployed.hprof");
        Files.deleteIfExists(file);
        try {
            new Loaded(SERVER.server().wildfly().pid()).dump(file);
            return new HeapDump(file, List.of(defined));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void undeploy(List<String> names) throws Exception {
        for (String name : names) {
            SERVER.management().undeploy(name);
        }
    }

    private static void deployAgain(List<String> names) throws Exception {
        for (String name : names) {
            SERVER.management().deployAgain(name);
        }
    }

    private static long loaders(Class<?> one) throws Exception {
        return new Loaded(SERVER.server().wildfly().pid()).loadersOf(one);
    }

    private static void work() throws Exception {
        SERVER.awaitReceiving();
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.assertEachReportHasItsRow();
    }

    /** Those of the adapter and its Works, without their numbers. */
    private static List<String> threads() throws Exception {
        return SERVER.management()
                .threads()
                .lines()
                .filter(name -> name.startsWith("smpp"))
                .map(name -> name.replaceAll("-[0-9]+( |$)", "$1"))
                .sorted()
                .toList();
    }

    private static void awaitSame(List<String> threads) throws Exception {
        List<String> last = new ArrayList<>();
        try {
            Waiting.until("the threads are those of the beginning", PATIENCE, () -> {
                last.clear();
                last.addAll(threads());
                return last.equals(threads);
            });
        } finally {
            assertThat(last).isEqualTo(threads);
        }
        SERVER.awaitReceiving();
    }
}
