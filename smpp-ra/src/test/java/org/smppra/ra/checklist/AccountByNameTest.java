package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.DeliveryReceipt;
import org.smppra.SmppConnectionFactory;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;
import org.smppra.message.Tlvs;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.LogLines;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;

/** Beans whose activation gives nothing but the name of an account that somebody else sets. */
class AccountByNameTest {
    @TempDir
    private Path directory;

    private InflowServer server;
    private StrictEndpoints bean;
    private LogLines log;

    /** The adapter has hosts, user and password: what would be bound if a name alone made an account. */
    @BeforeEach
    void start() throws Exception {
        log = LogLines.of("org.smppra.ra.ActiveBean");
        server = new InflowServer(directory).start();
        bean = server.receipts();
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
        assertThat(bean.open()).as("endpoints that were not released").isZero();
    }

    private static SmppActivationSpec named(String account) {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setAccount(account);
        return spec;
    }

    private SmppConnectionFactory factory(String account, String systemId) throws Exception {
        SmppManagedConnectionFactory factory = server.served().factory("OUTBOX");
        factory.setAccount(account);
        factory.setSystemId(systemId);
        return (SmppConnectionFactory)
                factory.createConnectionFactory(server.served().container());
    }

    private List<BindView> binds(String systemId) {
        return server.simulator().hosts().stream()
                .flatMap(host -> host.binds().stream())
                .filter(bind -> bind.systemId().equals(systemId))
                .toList();
    }

    private void awaitReceiving(String systemId) {
        server.await(
                systemId + " receives",
                () -> binds(systemId).stream()
                                .filter(bind -> bind.bindType() == BindType.TRANSCEIVER)
                                .count()
                        == 2);
    }

    private void report(String systemId, String messageId) {
        server.simulator().sendReport(systemId, "id:" + messageId + " stat:DELIVRD err:000 text:any", Tlvs.empty());
    }

    private long said(String code) {
        return log.all().stream().filter(line -> line.startsWith(code)).count();
    }

    @Test
    void a_bean_waits_without_any_bind_until_a_factory_supplies_the_account() throws Exception {
        server.activate(bean, named("news"));
        server.await("it waits", () -> said("SMPP-214") == 1);
        assertThat(server.adapter().account("news")).isEmpty();
        assertThat(server.adapter().accounts()).hasSize(1);

        SmppConnectionFactory factory = factory("news", "news");
        awaitReceiving("news");
        report("news", "1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
        assertThat(bean.received())
                .allMatch(receipt -> ((DeliveryReceipt) receipt).account().equals("news"));
        assertThat(said("SMPP-214")).isEqualTo(1);
        assertThat(said("SMPP-215")).isEqualTo(1);
        assertThat(server.adapter().accounts()).hasSize(2);
        Reference.reachabilityFence(factory);
    }

    @Test
    void a_bean_that_comes_after_the_factory_is_at_its_account_at_once() throws Exception {
        SmppConnectionFactory factory = factory("news", "news");
        server.activate(bean, named("news"));
        awaitReceiving("news");
        report("news", "1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
        assertThat(log.all()).isEmpty();
        Reference.reachabilityFence(factory);
    }

    @Test
    void the_default_name_is_the_adapters_own_account() throws Exception {
        server.activate(bean, named("default"));
        server.awaitReceiving();
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
        assertThat(server.adapter().accounts()).hasSize(1);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void a_bean_that_waits_is_deactivated_and_stays_away() throws Exception {
        SmppActivationSpec spec = server.activate(bean, named("news"));
        server.await("it waits", () -> said("SMPP-214") == 1);
        server.deactivate(bean, spec);
        SmppConnectionFactory factory = factory("news", "news");
        StrictEndpoints other = server.receipts();
        SmppActivationSpec again = server.activate(other, named("news"));
        awaitReceiving("news");
        report("news", "1");
        server.awaitAcknowledged(1);
        server.deactivate(other, again);
        assertThat(bean.created()).isZero();
        assertThat(InflowServer.ids(other)).containsExactly("1");
        Reference.reachabilityFence(factory);
    }

    @Test
    void a_bean_that_was_deactivated_comes_back_to_the_account() throws Exception {
        SmppConnectionFactory factory = factory("news", "news");
        SmppActivationSpec spec = named("news");
        for (int i = 1; i <= 20; i++) {
            server.activate(bean, spec);
            report("news", String.valueOf(i));
            server.awaitAcknowledged(i);
            server.deactivate(bean, spec);
        }
        assertThat(InflowServer.ids(bean)).hasSize(20).doesNotHaveDuplicates();
        Reference.reachabilityFence(factory);
    }

    @Test
    void the_factory_that_supplied_the_name_last_counts() throws Exception {
        SmppConnectionFactory old = factory("news", "news");
        server.activate(bean, named("news"));
        awaitReceiving("news");
        SmppConnectionFactory renewed = factory("news", "tidings");
        awaitReceiving("tidings");
        report("tidings", "1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
        Reference.reachabilityFence(old);
        Reference.reachabilityFence(renewed);
    }

    @Test
    void a_listener_of_results_waits_as_well() throws Exception {
        StrictEndpoints results = server.bean(SubmitResultListener.class);
        server.activate(results, named("news"));
        server.await("it waits", () -> said("SMPP-214") == 1);
        SmppConnectionFactory factory = factory("news", "news");
        factory.getConnection().submit(ServedAdapter.message("hello"));
        server.await("the result", () -> results.received().size() == 1);
        assertThat(((SubmitResult) results.received().get(0)).account()).isEqualTo("news");
    }

    @Test
    void what_is_wrong_is_refused_although_the_account_is_not_there_yet() {
        SmppActivationSpec wrong = named("news");
        wrong.setReceiptFilter("order-");
        assertThatThrownBy(() -> server.activate(server.bean(SubmitResultListener.class), wrong))
                .isInstanceOf(NotSupportedException.class)
                .hasMessageContaining("receiptFilter");
    }
}
