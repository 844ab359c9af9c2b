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
