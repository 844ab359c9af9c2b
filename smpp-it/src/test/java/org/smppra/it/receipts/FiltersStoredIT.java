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

/** Beans that divide an account by references that no optional parameter carries; what is in hand comes from disk. */
class FiltersStoredIT {
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer(
            Map.of("acknowledge", "STORED", "profile", "generic"), (builder, server) -> builder.reportLimit(100_000));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONCURRENCY = 4;
    /** More than are in hand at one time. */
    private static final int HANGING = Math.min(10_000, 2_000 * InboundServer.SCALE);

    private static final int OTHERS = Math.min(5_000, 500 * InboundServer.SCALE);

    @Test
    void one_bean_that_hangs_holds_up_its_own_receipts_and_none_of_the_other() throws Exception {
        InboundApplication first =
                SERVER.deploy("first", Map.of("receiptFilter", "first", "maxConcurrency", String.valueOf(CONCURRENCY)));
        SERVER.deploy("second", Map.of("receiptFilter", "second"));
        List<String> hanging = send(HANGING, "first", Fate.HANG);
        Waiting.until("it hangs", PATIENCE, () -> first.hanging() == CONCURRENCY);
        SERVER.awaitAllAcknowledged();

        List<String> others = send(OTHERS, "second", Fate.FINE);
        SERVER.awaitRows(OTHERS);
        SERVER.awaitAllAcknowledged();
        assertThat(SERVER.rowsOf("second")).isEqualTo(others);
        assertThat(SERVER.rowsOf("first")).isEmpty();
        assertThat(first.hanging()).isEqualTo(CONCURRENCY);

        first.release();
        SERVER.awaitRows(HANGING + OTHERS);
        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.rowsOf("first")).isEqualTo(hanging);
        assertThat(SERVER.repeats()).isEmpty();
    }

    private static List<String> send(int count, String reference, Fate fate) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(SERVER.reports().send(SERVER.simulator(), reference, fate));
        }
        return ids;
    }
}
