package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ShortMessageListener;
import org.smppra.SubmitResultListener;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Message Inflow", activations. */
class InflowChecklistTest {
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

    private static final class Foreign implements ActivationSpec {
        @Override
        public void validate() {}

        @Override
        public ResourceAdapter getResourceAdapter() {
            return null;
        }

        @Override
        public void setResourceAdapter(ResourceAdapter adapter) {}
    }

    /** All strict endpoints are equal; so are specs to nobody. */
    @Test
    void item_39_each_pair_of_factory_and_spec_is_one_of_its_own_by_identity() throws Exception {
        assertThat(InflowServer.spec()).isNotEqualTo(InflowServer.spec());
        StrictEndpoints other = server.receipts();
        assertThat(other).isEqualTo(bean);
        SmppActivationSpec shared = server.activate(bean);
        server.activate(other, shared);
        SmppActivationSpec second = server.activate(bean);
        server.deactivate(bean, shared);
        server.deactivate(other, InflowServer.spec()); // which never was active
        for (int i = 1; i <= 20; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(20);
        assertThat(other.received()).isNotEmpty();
        assertThat(bean.received()).isNotEmpty();
        assertThat(bean.received().size() + other.received().size()).isEqualTo(20);
        server.deactivate(bean, second);
        server.deactivate(other, shared);
        server.await("released", () -> bean.open() + other.open() == 0);
    }

    @Test
    void item_39_activations_and_deactivations_come_from_many_threads_at_once() throws Exception {
        int threads = 6;
        SmppActivationSpec ofAll = InflowServer.spec();
        List<StrictEndpoints> beans = new ArrayList<>(List.of(bean));
        List<Thread> running = new ArrayList<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int t = 0; t < threads; t++) {
            StrictEndpoints own = server.receipts();
            beans.add(own);
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                    for (int i = 0; i < 40; i++) {
                        SmppActivationSpec spec = server.activate(own);
                        server.activate(bean, ofAll);
                        server.deactivate(own, spec);
                        server.deactivate(bean, ofAll);
                    }
                } catch (Exception | Error e) {
                    failure.set(e);
                }
            });
            thread.start();
            running.add(thread);
        }
        go.countDown();
        for (int i = 1; i <= 100; i++) {
            server.report(String.valueOf(i));
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
        server.await("released", () -> beans.stream().allMatch(each -> each.open() == 0));
        int before = beans.stream().mapToInt(each -> each.received().size()).sum();
        server.report("101");
        StrictEndpoints last = server.receipts();
        server.activate(last);
        server.awaitAcknowledged(101);
        List<String> all = new ArrayList<>(InflowServer.ids(last));
        beans.forEach(each -> all.addAll(InflowServer.ids(each)));
        assertThat(all).hasSize(101).doesNotHaveDuplicates();
        assertThat(last.received()).as("none of the others is active").hasSize(101 - before);
    }

    @Test
    void item_39_activations_of_one_account_compete_and_each_receipt_reaches_one() throws Exception {
        StrictEndpoints other = server.receipts();
        server.activate(bean);
        server.activate(other);
        for (int i = 1; i <= 50; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(50);
        List<String> all = new ArrayList<>(InflowServer.ids(bean));
        all.addAll(InflowServer.ids(other));
        assertThat(all).hasSize(50).doesNotHaveDuplicates();
        assertThat(bean.received()).isNotEmpty();
        assertThat(other.received()).isNotEmpty();
    }

    @Test
    void item_40_activation_waits_for_no_host() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        SmppActivationSpec spec = InflowServer.spec();
        spec.setAccount("other"); // which connects now
        spec.setSystemId("other");
        server.activate(bean, spec);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.await("bound", () -> server.simulator().accounts().contains("other"));
        server.simulator().sendReport("other", "id:1 stat:DELIVRD", Tlvs.empty());
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
    }

    private void refused(StrictEndpoints whose, SmppActivationSpec spec, String message) {
        assertThatThrownBy(() -> server.adapter().endpointActivation(whose, spec))
                .isInstanceOf(NotSupportedException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void item_40_what_cannot_be_is_NotSupportedException_with_the_property() throws Exception {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setWindowSize(0);
        refused(bean, spec, "windowSize: 0 is outside");
        spec.setWindowSize(null);
        spec.setBindType("SIDEWAYS");
        refused(bean, spec, "bindType: 'SIDEWAYS'");
        refused(server.bean(Runnable.class), InflowServer.spec(), "java.lang.Runnable implements none of");
        refused(server.bean(ListensToAll.class), InflowServer.spec(), ListensToAll.class.getName());
        assertThatThrownBy(() -> server.adapter().endpointActivation(bean, new Foreign()))
                .isInstanceOf(NotSupportedException.class);
        server.adapter().stop();
        server.adapter().setHosts(null);
        server.start();
        refused(bean, InflowServer.spec(), "hosts: not set");
    }

    /** Which of them it is for, nobody could tell. */
    private interface ListensToAll extends DeliveryReceiptListener, ShortMessageListener, SubmitResultListener {}

    @Test
    void item_40_an_adapter_that_is_stopped_refuses() {
        server.adapter().stop();
        assertThatThrownBy(() -> server.activate(bean)).isInstanceOf(ResourceException.class);
        server.deactivate(bean, InflowServer.spec()); // does nothing
    }

    /** The strict endpoints find fault with every thread that is not a Work's. */
    @Test
    void item_41_no_endpoint_is_made_on_the_activating_thread_also_when_much_waits() throws Exception {
        for (int i = 1; i <= 20; i++) {
            server.report(String.valueOf(i));
        }
        server.served().awaitBound();
        server.activate(bean);
        server.awaitAcknowledged(20);
        assertThat(server.server().violations()).isEmpty();
    }

    @Test
    void item_42_without_a_free_endpoint_deliveries_wait_and_none_is_dropped_or_counted_as_a_failure()
            throws Exception {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setMaxRedeliveries(0);
        bean.unavailable(7);
        server.activate(bean, spec);
        for (int i = 1; i <= 30; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(30);
        assertThat(server.answers()).containsOnly(CommandStatus.ESME_ROK);
        assertThat(InflowServer.ids(bean)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void item_42_a_server_may_allow_fewer_endpoints_than_maxConcurrency() throws Exception {
        bean.limit(2);
        server.activate(bean);
        for (int i = 1; i <= 50; i++) {
            server.report(String.valueOf(i));
        }
        server.awaitAcknowledged(50);
        assertThat(bean.mostOpen()).isLessThanOrEqualTo(2);
        assertThat(InflowServer.ids(bean)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void item_42_while_there_is_no_endpoint_at_all_the_gateway_is_asked_to_send_again() throws Exception {
        server.adapter().stop();
        server.adapter().setDeliverAnswerTimeoutMillis(300);
        server.start();
        bean.unavailable(Integer.MAX_VALUE);
        server.activate(bean);
        for (int i = 1; i <= 5; i++) {
            server.report(String.valueOf(i));
        }
        server.await("refused", () -> server.answers().size() >= 5);
        assertThat(server.acknowledged()).isZero();
        bean.unavailable(0);
        server.awaitAcknowledged(5);
        assertThat(InflowServer.distinctIds(bean)).hasSize(5);
    }

    @Test
    void item_42_an_endpoint_that_cannot_be_made_costs_an_attempt_and_no_delivery() throws Exception {
        bean.broken(new IllegalStateException("the bean cannot be made"));
        server.activate(bean);
        server.report("1");
        server.await("tried", () -> server.server().scheduled() > 1);
        bean.broken(null);
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
    }
}
