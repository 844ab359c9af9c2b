package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;

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

    @Test
    void all_arrive_in_bounded_memory_and_enquire_link_is_answered_all_the_time() throws Exception {
        SERVER.awaitBound();
        long heap = SERVER.management().heapUsed();
        SERVER.send(REPORTS, Fate.FINE);
        assertThat(SERVER.reports().acknowledged()).isEmpty();
        assertThat(SERVER.simulator().reportsWaiting("shop")).isEqualTo(REPORTS);

        SERVER.deploy("inbound", Map.of());
        SERVER.awaitRows(REPORTS / 2);
        assertThat(SERVER.management().heapUsed() - heap).isLessThan(BOUND);
        SERVER.assertEachReportHasItsRow();

        assertThat(a.answers()).isPositive();
        assertThat(b.answers()).isPositive();
        assertThat(a.longestMillis()).isLessThan(IN_TIME_MILLIS);
        assertThat(b.longestMillis()).isLessThan(IN_TIME_MILLIS);
    }
}
