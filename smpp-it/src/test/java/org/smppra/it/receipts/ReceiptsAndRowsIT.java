package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.simulator.SimulatedHost;

/** A bean that fails at random, hosts that come and go, a server that is killed: no receipt is lost. */
class ReceiptsAndRowsIT {
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer();

    private static final int RECEIPTS = Math.min(10_000, 2_000 * InboundServer.SCALE);
    private static final int KILLS = Math.min(5, 1 + InboundServer.SCALE);
    /** A receipt is refused after five seconds. */
    private static final Duration ALMOST_ALL_THE_TIME = Duration.ofSeconds(4);

    private final Set<String> withoutAnswer = new TreeSet<>();
    private final Set<String> refusedLate = new TreeSet<>();

    @Test
    void each_receipt_has_its_row_and_none_was_acknowledged_before_whatever_dies() throws Exception {
        SERVER.deploy("inbound", Map.of());
        SERVER.send(RECEIPTS, Fate.MIXED);

        workWhileHostsAndServerDie();
        List<String> committed = SERVER.send(1, Fate.DIE);
        SERVER.awaitDeath();
        assertThat(SERVER.rows()).containsAll(committed);
        assertThat(unanswered()).containsAll(committed);
        awaitStartAfterDeath();

        SERVER.assertEachReportHasItsRow();
        assertRepeatsOnlyWhereAnAnswerWasLost();
        assertThat(SERVER.repeats()).as("at least the one made to be").containsAll(committed);
        long late = SERVER.repeats().stream().filter(refusedLate::contains).count();
        System.out.printf(
                "%d repeats, %d of them refused for time%n", SERVER.repeats().size(), late);
    }

    /** The answer to a receipt is lost where it had none when the server died, and nowhere else. */
    private void awaitStartAfterDeath() throws Exception {
        SERVER.assertNothingAcknowledgedWithoutRow();
        assertRepeatsOnlyWhereAnAnswerWasLost();
        withoutAnswer.addAll(unanswered());
        refusedLate.addAll(SERVER.reports().refusedAfter(ALMOST_ALL_THE_TIME));
        SERVER.startAgain();
    }

    private static Set<String> unanswered() {
        return SERVER.reports().unanswered();
    }

    /**
     * Of a receipt that a bean had committed before. It may have been refused when its time was over, while a bean was at
     * work on it, and the server died before it was noted that this bean committed.
     */
    private void assertRepeatsOnlyWhereAnAnswerWasLost() throws Exception {
        Set<String> allowed = new TreeSet<>(withoutAnswer);
        allowed.addAll(refusedLate);
        assertThat(allowed).containsAll(SERVER.repeats());
        assertThat(SERVER.repeatsNotFlagged()).isEmpty();
    }

    private void workWhileHostsAndServerDie() throws Exception {
        int step = RECEIPTS / (KILLS * 6 + 1);
        int rows = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            for (SimulatedHost host : SERVER.simulator().hosts()) {
                rows += step;
                SERVER.awaitRows(rows);
                if (kill % 2 == 0) {
                    host.stop();
                } else {
                    host.kill();
                }
                rows += step;
                SERVER.awaitRows(rows);
                host.start();
                SERVER.awaitReceiving();
            }
            rows += step;
            SERVER.awaitRows(rows);
            SERVER.kill();
            awaitStartAfterDeath();
        }
    }
}
