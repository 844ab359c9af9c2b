package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.wildfly.Waiting;
import org.smppra.simulator.BindType;

/** Beans that come, go, rest and share. */
class ActivationsIT {
    @RegisterExtension
    static final InboundServer SERVER = new InboundServer();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECEIPTS = Math.min(10_000, 1_000 * InboundServer.SCALE);
    private static final int SUSPENSIONS = Math.min(1_000, 20 * InboundServer.SCALE * InboundServer.SCALE);

    @Test
    void two_beans_of_one_account_share_its_receipts_and_each_goes_to_one_of_them() throws Exception {
        SERVER.deploy("first", Map.of());
        SERVER.deploy("second", Map.of());
        SERVER.send(RECEIPTS, Fate.FINE);

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
        assertThat(SERVER.rowsOf("first")).isNotEmpty();
        assertThat(SERVER.rowsOf("second")).isNotEmpty();
    }

    @Test
    void undeployment_at_work_loses_and_repeats_nothing() throws Exception {
        SERVER.deploy("inbound", Map.of());
        SERVER.send(RECEIPTS, Fate.FINE);
        for (int i = 1; i < 4; i++) {
            SERVER.awaitRows(RECEIPTS * i / 5);
            SERVER.management().undeploy("inbound.war");
            SERVER.assertNothingAcknowledgedWithoutRow();
            SERVER.management().deployAgain("inbound.war");
        }

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void what_one_bean_leaves_goes_to_the_other() throws Exception {
        SERVER.deploy("first", Map.of());
        SERVER.deploy("second", Map.of());
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.awaitRows(RECEIPTS / 4);
        SERVER.management().undeploy("first.war");

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void a_server_suspended_and_resumed_many_times_goes_on_each_time() throws Exception {
        SERVER.deploy("inbound", Map.of());
        for (int i = 0; i < SUSPENSIONS; i++) {
            SERVER.send(10, Fate.FINE);
            SERVER.management().suspend();
            List<String> before = SERVER.rows();
            SERVER.send(10, Fate.FINE);
            SERVER.assertNothingAcknowledgedWithoutRow();
            assertThat(SERVER.rows())
                    .as("nothing is delivered to a server at rest")
                    .isEqualTo(before);
            SERVER.management().resume();
        }

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void delivery_to_a_bean_is_stopped_and_started() throws Exception {
        SERVER.deploy("inbound", Map.of());
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.awaitRows(RECEIPTS / 20);
        SERVER.management().stopDelivery("inbound.war");
        List<String> before = SERVER.rows();
        SERVER.assertNothingAcknowledgedWithoutRow();
        awaitRefusals(10);
        assertThat(SERVER.rows()).isEqualTo(before);
        SERVER.management().startDelivery("inbound.war");

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
    }

    @Test
    void without_any_bean_nothing_is_acknowledged_and_nothing_dropped() throws Exception {
        awaitTransmittersOnly();
        SERVER.send(RECEIPTS, Fate.FINE);
        assertThat(SERVER.reports().acknowledged()).isEmpty();
        assertThat(SERVER.simulator().reportsWaiting("shop")).isEqualTo(RECEIPTS);
        assertThat(SERVER.simulator().reportsDropped("shop")).isZero();

        SERVER.deploy("inbound", Map.of());
        SERVER.assertEachReportHasItsRow();
        assertThat(new TreeSet<>(SERVER.repeats())).isEmpty();
    }

    /** Whoever waits too long for a bean is told to come again. */
    private static void awaitRefusals(int more) throws Exception {
        long goal = SERVER.reports().refused() + more;
        Waiting.until("receipts are refused", PATIENCE, () -> SERVER.reports().refused() >= goal);
    }

    /** After a linger nothing is bound to receive: what there is stays with the provider. */
    private static void awaitTransmittersOnly() throws Exception {
        Waiting.until("both hosts have a transmitter", PATIENCE, () -> SERVER.simulator().hosts().stream()
                .allMatch(
                        host -> host.binds().size() == 1 && host.binds().get(0).bindType() == BindType.TRANSMITTER));
    }
}
