package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;

/** The application comes late: all that the provider keeps waits for it. */
class WaitingReportsIT {
    /** What the provider keeps; it writes all of it at once, as fast as it is read. */
    private static final int KEPT = 25_000;

    @RegisterExtension
    static final InboundServer SERVER = new InboundServer(
            Map.of(), (builder, server) -> builder.ports(0, 0).reportLimit(KEPT).reportWindow(KEPT));

    private static final int REPORTS = Math.min(KEPT, 2_000 * InboundServer.SCALE);
    /** Long before a gateway would think us dead. */
    private static final long IN_TIME_MILLIS = 10_000;

    private static final long BOUND = 96L << 20;
    private static final double MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Enquirer a;
    private Enquirer b;

    @BeforeEach
    void stand_before_the_hosts() {
        a = new Enquirer(SERVER.server().portOfHostA(), SERVER.host("a")::port);
        b = new Enquirer(SERVER.server().portOfHostB(), SERVER.host("b")::port);
    }

    @AfterEach
    void go() throws IOException {
        a.close();
        b.close();
    }

    /** What is alive, again and again from the first row until the last. */
    private static List<Long> heapUntilAllArrived() throws Exception {
        List<Long> heap = new ArrayList<>();
        SERVER.awaitRows(1);
        Waiting.until("all have arrived", PATIENCE, () -> {
            heap.add(SERVER.management().heapUsed());
            return SERVER.rowCount() >= REPORTS;
        });
        return heap;
    }

    @Test
    void all_arrive_in_bounded_memory_and_enquire_link_is_answered_all_the_time() throws Exception {
        SERVER.awaitBound();
        long before = SERVER.management().heapUsed();
        SERVER.send(REPORTS, Fate.FINE);
        assertThat(SERVER.reports().acknowledged()).isEmpty();
        assertThat(SERVER.simulator().reportsWaiting("shop")).isEqualTo(REPORTS);

        SERVER.deploy("inbound", Map.of());
        List<Long> heap = heapUntilAllArrived();
        SERVER.assertEachReportHasItsRow();
        long most = Collections.max(heap) - before;
        System.out.printf(
                "%d reports: live heap at most %.1f MiB above %.1f MiB, of %d times%n",
                REPORTS, most / MIB, before / MIB, heap.size());
        assertThat(most).isLessThan(BOUND);

        assertThat(a.answers()).isPositive();
        assertThat(b.answers()).isPositive();
        assertThat(a.longestMillis()).isLessThan(IN_TIME_MILLIS);
        assertThat(b.longestMillis()).isLessThan(IN_TIME_MILLIS);
    }
}
