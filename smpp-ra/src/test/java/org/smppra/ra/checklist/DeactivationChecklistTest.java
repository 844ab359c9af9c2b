package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.ra.container.Gate;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: the end of an activation, and its return. */
class DeactivationChecklistTest {
    @TempDir
    private Path directory;

    private InflowServer server;
    private StrictEndpoints bean;

    @BeforeEach
    void start() throws Exception {
        server = new InflowServer(directory).start();
        server.served().awaitBound();
        bean = server.receipts();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(bean.open()).as("endpoints that were not released").isZero();
    }

    @Test
    void item_48_suspended_and_resumed_a_thousand_times_it_loses_and_doubles_nothing() throws Exception {
        long binds = server.simulator().bindAttempts();
        SmppActivationSpec spec = InflowServer.spec();
        int reports = 0;
        for (int i = 1; i <= 1_000; i++) {
            if (i % 5 == 0) {
                reports++;
                server.report(String.valueOf(reports));
            }
            server.activate(bean, spec);
            server.deactivate(bean, spec);
            assertThat(bean.open()).as("after its end").isZero();
        }
        server.activate(bean, spec);
        server.awaitAcknowledged(reports);
        assertThat(InflowServer.ids(bean)).hasSize(reports).doesNotHaveDuplicates();
        // Each host was bound anew to receive, once: the linger outlasts every pause.
        assertThat(server.simulator().bindAttempts()).isBetween(binds, binds + 2);
        assertThat(server.adapter().accounts()).hasSize(1);
    }

    @Test
    void item_48_what_is_in_the_bean_is_finished_before_it_returns_and_what_waits_is_not_begun() throws Exception {
        Gate gate = new Gate();
        SmppActivationSpec spec = InflowServer.spec();
        spec.setMaxConcurrency(1);
        bean.bean(value -> gate.pass());
        server.activate(bean, spec);
        server.report("1");
        server.report("2");
        server.await("in the bean", () -> gate.waiting() == 1);
        List<Integer> open = new ArrayList<>();
        Thread deactivating = new Thread(() -> {
            server.deactivate(bean, spec);
            open.add(bean.open());
        });
        deactivating.start();
        server.await("it waits for the bean", () -> deactivating.getState() == Thread.State.TIMED_WAITING);
        gate.open();
        deactivating.join();
        assertThat(open).containsExactly(0);
        server.awaitAcknowledged(1);
        assertThat(bean.received()).hasSize(1);
        StrictEndpoints next = server.receipts();
        server.activate(next);
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(next)).containsExactly("2");
    }

    /** It takes the ten seconds that a bean has. */
    @Test
    void item_48_a_bean_that_hangs_does_not_hold_it_for_ever() throws Exception {
        Gate gate = new Gate();
        bean.bean(value -> gate.pass());
        SmppActivationSpec spec = server.activate(bean);
        server.report("1");
        server.await("in the bean", () -> gate.waiting() == 1);
        server.deactivate(bean, spec);
        assertThat(gate.waiting()).isEqualTo(1);
        gate.open();
        server.awaitAcknowledged(1);
        server.await("released", () -> bean.open() == 0);
    }

    @Test
    void item_48_deactivated_while_the_hosts_are_away_it_stays_so() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        SmppActivationSpec spec = server.activate(bean);
        server.deactivate(bean, spec);
        server.report("1");
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.served().awaitBound();
        StrictEndpoints next = server.receipts();
        server.activate(next);
        server.awaitAcknowledged(1);
        assertThat(bean.received()).isEmpty();
        assertThat(bean.created()).isZero();
    }

    @Test
    void item_48_a_second_deactivation_and_a_second_activation_do_no_harm() throws Exception {
        SmppActivationSpec spec = server.activate(bean);
        server.activate(bean, spec);
        server.report("1");
        server.awaitAcknowledged(1);
        server.deactivate(bean, spec);
        server.deactivate(bean, spec);
        server.report("2");
        server.activate(bean, spec);
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(bean)).containsExactly("1", "2");
    }
}
