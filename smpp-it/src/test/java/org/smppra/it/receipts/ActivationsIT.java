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
    private static final int SUSPENSIONS = Math.min(1_000, 12 * InboundServer.SCALE * InboundServer.SCALE);
    private static final int STOPS = Math.min(100, 12 * InboundServer.SCALE);
    /** How often one rest is so long that what came is refused. */
    private static final int LONG_REST = 100;
    /** Fewer than there are rests: one thread or socket of each would be seen. */
    private static final int SLACK = 10;

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
    void a_server_suspended_and_resumed_many_times_goes_on_each_time_and_holds_no_more() throws Exception {
        SERVER.deploy("inbound", Map.of());
        Holdings holdings = holdingsAtWork();
        for (int i = 0; i < SUSPENSIONS; i++) {
            SERVER.send(10, Fate.FINE);
            SERVER.management().suspend();
            assertNothingIsDeliveredAtRest(i % LONG_REST == 0);
            SERVER.management().resume();
        }

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
        holdings.awaitIn(SERVER.server(), SLACK);
    }

    @Test
    void delivery_stopped_and_started_many_times_goes_on_each_time_and_holds_no_more() throws Exception {
        SERVER.deploy("inbound", Map.of());
        Holdings holdings = holdingsAtWork();
        for (int i = 0; i < STOPS; i++) {
            SERVER.send(10, Fate.FINE);
            SERVER.management().stopDelivery("inbound.war");
            assertNothingIsDeliveredAtRest(i % LONG_REST == 0);
            SERVER.management().startDelivery("inbound.war");
        }

        SERVER.assertEachReportHasItsRow();
        assertThat(SERVER.repeats()).isEmpty();
        SERVER.awaitReceiving();
        holdings.awaitIn(SERVER.server(), SLACK);
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
        assertThat(SERVER.reports().made())
                .as("there is nobody to send them to")
                .allSatisfy(id -> assertThat(SERVER.reports().timesWritten(id)).isZero());

        SERVER.deploy("inbound", Map.of());
        SERVER.assertEachReportHasItsRow();
        assertThat(new TreeSet<>(SERVER.repeats())).isEmpty();
    }

    /** With the pools as full as work makes them. */
    private static Holdings holdingsAtWork() throws Exception {
        SERVER.send(RECEIPTS, Fate.FINE);
        SERVER.assertEachReportHasItsRow();
        SERVER.management().suspend();
        SERVER.management().resume();
        SERVER.awaitReceiving();
        return Holdings.of(SERVER.server());
    }

    /** @param isLong whether to wait until the adapter, which has them, has refused them for want of a bean */
    private static void assertNothingIsDeliveredAtRest(boolean isLong) throws Exception {
        List<String> before = SERVER.rows();
        List<String> atRest = SERVER.send(10, Fate.FINE);
        SERVER.awaitWritten(atRest);
        if (isLong) {
            SERVER.awaitAnswered(atRest);
        }
        assertThat(SERVER.reports().acknowledged()).doesNotContainAnyElementsOf(atRest);
        SERVER.assertNothingAcknowledgedWithoutRow();
        assertThat(SERVER.rows()).as("nothing is delivered at rest").isEqualTo(before);
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
