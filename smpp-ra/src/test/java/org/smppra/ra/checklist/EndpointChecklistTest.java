package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessageListener;
import org.smppra.SubmitResultListener;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.ra.container.DeliveryEnd;
import org.smppra.ra.container.Gate;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;

/**
 * What a correct adapter does, by the number of our checklist: Jakarta Connectors "Message Inflow", the calls of an
 * endpoint. The strict endpoint finds fault with every call out of order.
 */
class EndpointChecklistTest {
    @TempDir
    private Path directory;

    private InflowServer server;
    private StrictEndpoints bean;

    @BeforeEach
    void start() throws Exception {
        server = new InflowServer(directory).start();
        bean = server.receipts();
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(bean.open()).as("endpoints that were not released").isZero();
    }

    private static SmppActivationSpec oneAtATime() {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setMaxConcurrency(1);
        return spec;
    }

    @Test
    void item_43_each_call_is_announced_by_its_own_method_between_before_and_after_on_one_thread() throws Exception {
        server.activate(bean);
        for (int i = 1; i <= 50; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(50);
        assertThat(InflowServer.ids(bean)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void item_43_also_for_received_messages_and_for_results() throws Exception {
        StrictEndpoints messages = server.bean(ShortMessageListener.class);
        StrictEndpoints results = server.bean(SubmitResultListener.class);
        server.activate(messages);
        server.activate(results);
        server.simulator()
                .sendMessage(
                        "shop",
                        Address.international("4512345678"),
                        Address.international("1204"),
                        DataCoding.DEFAULT,
                        Octets.ofLatin1("YES"));
        server.awaitAcknowledged(1);
        assertThat(messages.received()).hasSize(1).hasOnlyElementsOfType(ReceivedMessage.class);
        server.served().connections("OUTBOX").getConnection().submit(ServedAdapter.message("hello"));
        server.await("the result", () -> results.received().size() == 1);
        server.await("both idle", () -> messages.open() + results.open() == 0);
    }

    @Test
    void item_43_an_endpoint_is_kept_for_the_next_call() throws Exception {
        Gate gate = new Gate();
        bean.bean(value -> gate.pass());
        server.activate(bean, oneAtATime());
        for (int i = 1; i <= 20; i++) {
            server.report(String.valueOf(i));
        }
        server.await("in the bean", () -> gate.waiting() == 1);
        gate.open();
        server.awaitAcknowledged(20);
        assertThat(bean.created()).isLessThan(20);
        assertThat(bean.mostOpen()).isEqualTo(1);
    }

    /** The strict server finds fault with a transaction that stays on its thread. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BEAN_GONE")
    void item_44_and_45_afterDelivery_always_follows_and_only_a_commit_acknowledges(DeliveryEnd end) throws Exception {
        bean.ends(end, end);
        server.activate(bean, oneAtATime());
        server.report("1");
        server.awaitAcknowledged(1);
        server.await("idle", () -> bean.open() == 0);
        assertThat(server.answers()).containsExactly(CommandStatus.ESME_ROK);
        boolean reachesTheBean = end != DeliveryEnd.BEFORE_FAILS
                && end != DeliveryEnd.BEFORE_ERROR
                && end != DeliveryEnd.BEFORE_MARKS_ROLLBACK;
        List<Integer> attempts = end.commits() ? List.of(1) : reachesTheBean ? List.of(1, 2, 3) : List.of(3);
        assertThat(bean.received())
                .extracting(value -> ((DeliveryReceipt) value).deliveryCount())
                .isEqualTo(attempts);
    }

    @Test
    void item_45_a_return_of_afterDelivery_is_no_commit_and_the_gateway_is_asked_to_send_again() throws Exception {
        SmppActivationSpec spec = oneAtATime();
        spec.setMaxRedeliveries(1);
        bean.ends(DeliveryEnd.SILENT_ROLLBACK, DeliveryEnd.COMMIT_FAILS_SILENTLY);
        server.activate(bean, spec);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(server.answers()).containsExactly(CommandStatus.ESME_RX_T_APPN, CommandStatus.ESME_ROK);
    }

    @Test
    void item_46_a_bean_that_is_shut_down_was_not_called_though_its_transaction_commits() throws Exception {
        bean.ends(DeliveryEnd.BEAN_GONE);
        server.activate(bean, oneAtATime());
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(bean.received())
                .extracting(value -> ((DeliveryReceipt) value).deliveryCount())
                .containsExactly(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICATION_EXCEPTION", "ANNOTATED_EXCEPTION"})
    void item_46_an_exception_of_the_application_that_commits_acknowledges(DeliveryEnd end) throws Exception {
        bean.ends(end);
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(bean.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEAN_FAILS", "BEAN_ERROR", "APPLICATION_EXCEPTION"})
    void item_46_without_a_transaction_any_exception_is_a_failure_and_a_return_is_none(DeliveryEnd end)
            throws Exception {
        bean.notTransacted().ends(end);
        server.activate(bean, oneAtATime());
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(bean.received())
                .extracting(value -> ((DeliveryReceipt) value).deliveryCount())
                .containsExactly(1, 2);
    }

    /** Where one is released after a failure, and where the last one is. */
    @Test
    void an_error_from_the_release_of_an_endpoint_takes_neither_the_delivery_nor_the_count_of_workers()
            throws Exception {
        bean.ends(DeliveryEnd.BEAN_FAILS);
        bean.failReleases(2);
        SmppActivationSpec spec = server.activate(bean, oneAtATime());
        server.report("1");
        server.awaitAcknowledged(1);
        server.await("idle", () -> bean.open() == 0 && server.server().active() == 0);
        server.report("2"); // by the only worker that there may be
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(bean)).containsExactly("1", "1", "2");
        server.deactivate(bean, spec);
    }

    @Test
    void a_bean_that_leaves_its_thread_interrupted_stops_neither_the_next_call_nor_its_own_end() throws Exception {
        Gate gate = new Gate();
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        bean.bean(value -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            gate.pass();
            Thread.currentThread().interrupt();
        });
        server.activate(bean, oneAtATime());
        for (int i = 1; i <= 20; i++) {
            server.report(String.valueOf(i));
        }
        server.await("in the bean", () -> gate.waiting() == 1);
        gate.open();
        server.awaitAcknowledged(20);
        assertThat(interrupted).hasSize(20).containsOnly(false);
    }

    /** isDeliveryTransacted of these endpoints always says the opposite of what is true. */
    @Test
    void item_47_what_isDeliveryTransacted_says_is_not_believed() throws Exception {
        StrictEndpoints plain = server.receipts().notTransacted();
        SmppActivationSpec spec = server.activate(plain);
        server.report("1");
        server.awaitAcknowledged(1);
        server.deactivate(plain, spec);
        bean.ends(DeliveryEnd.SILENT_ROLLBACK);
        server.activate(bean, oneAtATime());
        server.report("2");
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(plain)).containsExactly("1");
        assertThat(InflowServer.ids(bean)).containsExactly("2", "2");
    }

    /** The strict endpoint sets the application's loader in beforeDelivery, and the strict server looks at its own. */
    @Test
    void item_50_the_class_loader_of_the_servers_thread_is_the_servers_before_and_after_and_the_applications_between()
            throws Exception {
        bean.ends(DeliveryEnd.COMMIT, DeliveryEnd.BEAN_FAILS, DeliveryEnd.BEFORE_FAILS, DeliveryEnd.COMMIT_FAILS);
        server.activate(bean);
        for (int i = 1; i <= 5; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(5);
        server.await("every Work ended", () -> server.server().active() == 0);
        ClassLoader mine = Thread.currentThread().getContextClassLoader();
        StrictEndpoints other = server.receipts();
        server.deactivate(other, server.activate(other));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    }
}
