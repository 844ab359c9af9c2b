package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;
import org.smppra.message.Tlvs;

/** A bean that does not return: what it holds up, and what not. */
class HangingBeanIT {
    private static final int WINDOW = 25_000;

    @RegisterExtension
    static final InboundServer SERVER = new InboundServer(
            Map.of(), (builder, server) -> builder.reportWindow(WINDOW).answerTimeout(Duration.ofMinutes(20)));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OTHERS = Math.min(10_000, 1_000 * InboundServer.SCALE);
    private static final int HANGING = Math.min(24_000, 6_500 * InboundServer.SCALE);
    private static final int CONCURRENCY = 4;
    /** What a bean may hold, and what may wait for it: more are refused. */
    private static final int OPEN = 500 + 5_000;

    @Test
    void one_that_hangs_holds_up_its_own_receipt_and_no_other() throws Exception {
        InboundApplication application = SERVER.deploy("inbound", Map.of("maxConcurrency", "4"));
        String hanging = SERVER.reports().send(SERVER.simulator(), Fate.HANG, Tlvs.empty());
        Waiting.until("it hangs", PATIENCE, () -> application.hanging() == 1);

        SERVER.send(OTHERS, Fate.FINE);
        SERVER.awaitRows(OTHERS);
        assertThat(SERVER.simulator().await(() -> SERVER.simulator().reportsWaiting("shop") == 1, PATIENCE))
                .as("all others are acknowledged")
                .isTrue();
        Waiting.until(
                "the gateway has sent it twice more",
                PATIENCE,
                () -> SERVER.reports().timesWritten(hanging) > 2);
        assertThat(application.hanging()).as("it hangs once").isEqualTo(1);
        assertThat(SERVER.rows()).doesNotContain(hanging);
        assertThat(SERVER.reports().acknowledged()).doesNotContain(hanging);

        application.release();
        SERVER.assertEachReportHasItsRow();
    }

    @Test
    void when_all_hang_no_more_than_a_bound_waits_here_and_the_gateway_keeps_the_rest() throws Exception {
        InboundApplication application =
                SERVER.deploy("inbound", SERVER.patient(Map.of("maxConcurrency", String.valueOf(CONCURRENCY))));
        SERVER.send(HANGING, Fate.HANG);
        Waiting.until("all beans hang", PATIENCE, () -> application.hanging() == CONCURRENCY);

        Waiting.until(
                "what there is no room for is refused, comes again, and is refused again",
                PATIENCE,
                () -> SERVER.reports().refused() >= 2 * (HANGING - OPEN));
        assertThat(application.hanging()).isEqualTo(CONCURRENCY);
        assertThat(SERVER.reports().acknowledged()).isEmpty();
        assertThat(SERVER.rows()).isEmpty();
        assertThat(SERVER.simulator().reportsWaiting(SERVER.reports().systemId()))
                .isEqualTo(HANGING);
        assertThat(SERVER.simulator().reportsDropped(SERVER.reports().systemId()))
                .isZero();

        application.release();
        SERVER.assertEachReportHasItsRow();
    }
}
