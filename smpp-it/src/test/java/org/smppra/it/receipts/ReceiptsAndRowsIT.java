package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

    @Test
    void each_receipt_has_its_row_and_none_was_acknowledged_before_whatever_dies() throws Exception {
        SERVER.deploy("inbound", Map.of());
        SERVER.send(RECEIPTS, Fate.MIXED);

        workWhileHostsAndServerDie();

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats())
                .as("only what the provider sent again")
                .allSatisfy(id -> assertThat(SERVER.reports().timesWritten(id)).isGreaterThan(1));
        assertThat(SERVER.repeatsNotFlagged()).isEmpty();
    }

    static void workWhileHostsAndServerDie() throws Exception {
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
            SERVER.assertNothingAcknowledgedWithoutRow();
            SERVER.startAgain();
        }
    }
}
