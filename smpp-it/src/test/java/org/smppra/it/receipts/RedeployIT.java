package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;

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
        assertThat(new Loaded(SERVER.server().wildfly().pid()).adapters())
                .as("this adapter, and at most one before it")
                .isBetween(1L, 2L);
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
        assertThat(SERVER.simulator().hosts()).allMatch(host -> host.connections() == 1);
    }
}
