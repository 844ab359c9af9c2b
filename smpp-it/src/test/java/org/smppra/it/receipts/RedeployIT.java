package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int TIMES = Math.min(50, 5 * InboundServer.SCALE);
    private static final int RECEIPTS = 20;

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
     * test above shows that nothing else keeps ours; this one, that the same happens to an adapter without any code.
     */
    @Test
    void with_soft_caches_no_more_class_loaders_of_ours_stay_than_of_an_empty_adapter() throws Exception {
        SERVER.kill();
        SERVER.server().startWithSoftCaches();
        Management management = SERVER.management();
        management.deploy(EmptyDeployments.adapter());
        management.deploy(EmptyDeployments.application());
        try {
            SERVER.deploy("inbound", Map.of());
            for (int i = 0; i < TIMES; i++) {
                for (String application : List.of("inbound.war", "nothing.war")) {
                    management.undeploy(application);
                }
                for (String adapter : List.of("smpp-ra.rar", "empty.rar")) {
                    management.redeploy(adapter);
                }
                for (String application : List.of("inbound.war", "nothing.war")) {
                    management.deployAgain(application);
                }
            }
            long ours = loaders(SmppResourceAdapter.class);
            long empty = loaders(EmptyAdapter.class);
            System.out.printf(
                    "After %d redeployments %d class loaders of ours, %d of an empty adapter%n", TIMES, ours, empty);
            assertThat(ours).isLessThanOrEqualTo(empty);
        } finally {
            management.remove("nothing.war");
            management.remove("empty.rar");
            SERVER.kill();
            SERVER.startAgain();
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
