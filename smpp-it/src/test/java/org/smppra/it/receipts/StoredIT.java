package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;

/** Receipts are acknowledged when they are on disk, whatever the application does. */
class StoredIT {
    @RegisterExtension
    static final InboundServer SERVER =
            new InboundServer(Map.of("acknowledge", "STORED"), (builder, server) -> builder.reportLimit(1_000_000));

    private static final int RECEIPTS = Math.min(100_000, 2_000 * InboundServer.SCALE * InboundServer.SCALE);

    @Test
    void while_the_application_is_away_all_is_acknowledged_and_a_kill_later_all_is_delivered() throws Exception {
        SERVER.awaitReceiving();
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.awaitAllAcknowledged();
        assertThat(SERVER.rows()).isEmpty();
        SERVER.kill();
        SERVER.startAgain();

        SERVER.deploy("inbound", Map.of());
        SERVER.awaitRows(RECEIPTS / 2);
        SERVER.management().undeploy("inbound.war");
        SERVER.send(RECEIPTS / 10, Fate.FINE);
        SERVER.awaitAllAcknowledged();
        SERVER.management().deployAgain("inbound.war");

        SERVER.awaitRows(RECEIPTS + RECEIPTS / 10);
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats())
                .as("nothing was in work when the server was killed")
                .isEmpty();
    }

    @Test
    void a_kill_at_work_loses_nothing() throws Exception {
        SERVER.deploy("inbound", Map.of());
        SERVER.send(RECEIPTS / 2, Fate.MIXED);
        SERVER.awaitRows(RECEIPTS / 4);
        SERVER.kill();
        SERVER.startAgain();

        SERVER.awaitAllAcknowledged();
        SERVER.awaitRows(RECEIPTS / 2);
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeatsNotFlagged()).isEmpty();
    }
}
