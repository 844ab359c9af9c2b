package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.DeliveryReceipt;
import org.smppra.delivery.DeliveryCounter;
import org.smppra.message.CommandStatus;
import org.smppra.ra.container.AskingPeer;
import org.smppra.ra.container.Gate;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;

/** A bean that does not return: what it costs the others, the gateway and our memory. */
class HangingBeanTest {
    /** What may wait for a bean; more is refused at once. */
    private static final int WAITING = 5_000;
    /** With what the bean may hold, as long as it is not known to hang. */
    private static final int BOUND = 500 + WAITING;

    @TempDir
    private Path directory;

    private final Gate gate = new Gate();
    private InflowServer server;
    private StrictEndpoints bean;

    @BeforeEach
    void prepare() {
        server = new InflowServer(directory);
        bean = server.receipts();
    }

    @AfterEach
    void stop() {
        gate.open();
        server.close();
        server.await("released", () -> bean.open() == 0);
    }

    private SmppActivationSpec atATime(int maxConcurrency) {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setMaxConcurrency(maxConcurrency);
        return spec;
    }

    private static boolean isOf(Object value, String messageId) {
        return ((DeliveryReceipt) value).messageId().value().equals(messageId);
    }

    @Test
    void one_call_that_hangs_costs_one_of_maxConcurrency_and_the_others_go_on() throws Exception {
        server.start();
        bean.bean(value -> {
            if (isOf(value, "1")) {
                gate.pass();
            }
        });
        server.activate(bean, atATime(2));
        for (int i = 1; i <= 50; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(49);
        server.await("the first one hangs", () -> gate.waiting() == 1);
        gate.open();
        server.awaitAcknowledged(50);
        assertThat(InflowServer.ids(bean)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void after_a_pause_for_want_of_endpoints_as_many_run_again_as_may() throws Exception {
        server.start();
        bean.unavailable(4);
        bean.bean(value -> gate.pass());
        server.activate(bean, atATime(4));
        for (int i = 1; i <= 8; i++) {
            server.report(String.valueOf(i));
        }
        server.await("four at once", () -> gate.waiting() == 4);
        gate.open();
        server.awaitAcknowledged(8);
    }

    @Test
    void when_all_hang_what_waits_is_held_then_refused_and_comes_again() throws Exception {
        server.adapter().setDeliverAnswerTimeoutMillis(300);
        server.start();
        bean.bean(value -> gate.pass());
        server.activate(bean, atATime(2));
        for (int i = 1; i <= 10; i++) {
            server.report(String.valueOf(i));
        }
        server.await("refused", () -> server.answers().size() >= 10);
        assertThat(server.answers()).containsOnly(CommandStatus.ESME_RX_T_APPN);
        assertThat(bean.running()).isEqualTo(2);
        server.served().connections("DIRECT").getConnection().submit(ServedAdapter.message("goes out"));
        server.served().awaitTexts("goes out");
        gate.open();
        server.await("all", () -> server.simulator().reportsWaiting("shop") == 0);
        assertThat(InflowServer.distinctIds(bean)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void what_waits_for_it_is_bounded_and_the_link_lives() throws Exception {
        int more = 200;
        try (AskingPeer peer = new AskingPeer()) {
            server.adapter().setHosts(peer.address());
            server.adapter().setDeliverAnswerTimeoutMillis(600_000);
            server.start();
            bean.bean(value -> gate.pass());
            server.activate(bean, atATime(3));
            server.await("bound", peer::isBound);
            peer.deliver(1, BOUND + more);
            peer.enquire();
            server.await("asked", () -> peer.enquiriesAnswered() == 1);
            server.await("refused", () -> peer.answers().size() >= more);
            assertThat(peer.answers().values()).containsOnly(CommandStatus.ESME_RX_T_APPN);
            assertThat(bean.running()).isEqualTo(3);
            assertThat(server.server().active()).isEqualTo(3);
            assertThat(server.adapter().account("default").orElseThrow().deliveryCounters())
                    .extractingByKey(DeliveryCounter.REFUSED_FULL)
                    .satisfies(refused -> assertThat(refused).isGreaterThanOrEqualTo(more));
            gate.open();
            server.await("all that was held", () -> peer.answers().size() == BOUND + more);
            assertThat(List.copyOf(peer.answers().values()))
                    .filteredOn(CommandStatus::isOk)
                    .hasSizeBetween(WAITING, BOUND);
        }
    }
}
