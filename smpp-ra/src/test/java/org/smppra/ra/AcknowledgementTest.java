package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.Simulator;

/** When a receipt is acknowledged, as the simulator sees it. */
class AcknowledgementTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RECEIPT = "id:1390125333 stat:DELIVRD err:000 text:reference";

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final ThreadedServer server = new ThreadedServer(endpoint);
    private final SmppResourceAdapter adapter = new SmppResourceAdapter();
    private final SmppActivationSpec spec = new SmppActivationSpec();
    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder().freePorts().start();
        adapter.setHosts(simulator.host("a").address());
        adapter.setSystemId("shop");
        adapter.setDeliverAnswerTimeoutMillis(10_000);
        spec.setRedeliveryDelayMillis(1);
        spec.setMaxConcurrency(1);
        adapter.start(server);
        assertThat(simulator.await(() -> simulator.host("a").binds().size() == 1, PATIENCE))
                .isTrue();
    }

    @AfterEach
    void stop() {
        adapter.stop();
        simulator.close();
        assertThat(endpoint.open).hasValue(0);
    }

    private void deliver(String text) {
        simulator.sendReport("shop", text, Tlvs.empty());
    }

    private void awaitAcknowledged(int count) {
        assertThat(simulator.await(() -> simulator.acknowledgements().size() >= count, PATIENCE))
                .isTrue();
    }

    private List<CommandStatus> statuses() {
        return simulator.acknowledgements().stream()
                .map(acknowledgement -> acknowledgement.status())
                .toList();
    }

    @Test
    void a_commit_is_acknowledged() throws Exception {
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(1);
        assertThat(statuses()).containsExactly(CommandStatus.ESME_ROK);
        assertThat(endpoint.received).hasSize(1);
        assertThat(simulator.reportsWaiting("shop")).isZero();
    }

    @Test
    void a_return_is_acknowledged_where_there_is_no_transaction() throws Exception {
        endpoint.transacted = false;
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(1);
        assertThat(statuses()).containsExactly(CommandStatus.ESME_ROK);
    }

    @ParameterizedTest
    @EnumSource(value = ScriptedEndpoint.End.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMIT")
    void what_did_not_commit_is_delivered_again_and_acknowledged_only_then(ScriptedEndpoint.End end) throws Exception {
        endpoint.script.add(end);
        endpoint.script.add(end);
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(1);
        assertThat(statuses()).containsExactly(CommandStatus.ESME_ROK);
        assertThat(endpoint.received).extracting(Delivered::deliveryCount).containsExactly(1, 2, 3);
        assertThat(endpoint.received)
                .extracting(Delivered::deduplicationKey)
                .containsOnly(endpoint.received.get(0).deduplicationKey());
    }

    /** Not every SMSC sends again after the same one. */
    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x58, 0x14})
    void a_refusal_has_the_status_that_the_account_sets(int status) throws Exception {
        spec.setNegativeStatus(status);
        spec.setMaxRedeliveries(0);
        endpoint.script.add(ScriptedEndpoint.End.SILENT_ROLLBACK);
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(2);
        assertThat(statuses()).containsExactly(CommandStatus.of(status), CommandStatus.ESME_ROK);
    }

    @Test
    void what_never_commits_is_refused_so_that_the_gateway_sends_it_again() throws Exception {
        for (int i = 0; i < 3; i++) {
            endpoint.script.add(ScriptedEndpoint.End.SILENT_ROLLBACK);
        }
        spec.setMaxRedeliveries(2);
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(2);
        assertThat(statuses()).containsExactly(CommandStatus.ESME_RX_T_APPN, CommandStatus.ESME_ROK);
        assertThat(endpoint.received).extracting(Delivered::deliveryCount).containsExactly(1, 2, 3, 1);
    }

    @Test
    void receipts_of_one_message_come_in_order_also_when_the_first_fails() throws Exception {
        spec.setMaxConcurrency(10);
        endpoint.script.add(ScriptedEndpoint.End.LISTENER_FAILS);
        adapter.endpointActivation(endpoint, spec);
        deliver("id:7 stat:ENROUTE err:000 text:");
        deliver("id:7 stat:DELIVRD err:000 text:");
        awaitAcknowledged(2);
        assertThat(endpoint.received)
                .extracting(DeliveryReceipt::stateText)
                .containsExactly("ENROUTE", "ENROUTE", "DELIVRD");
    }

    @Test
    void nothing_is_acknowledged_while_no_listener_is_active_and_nothing_is_lost() throws Exception {
        deliver(RECEIPT);
        assertThat(simulator.await(() -> !simulator.acknowledgements().isEmpty(), Duration.ofMillis(500)))
                .isFalse();
        adapter.endpointActivation(endpoint, spec);
        awaitAcknowledged(1);
        assertThat(endpoint.received).hasSize(1);
    }

    @Test
    void goes_on_after_deactivation_and_activation() throws Exception {
        adapter.endpointActivation(endpoint, spec);
        deliver("id:1 stat:DELIVRD");
        awaitAcknowledged(1);
        adapter.endpointDeactivation(endpoint, spec);
        deliver("id:2 stat:DELIVRD");
        adapter.endpointActivation(endpoint, spec);
        awaitAcknowledged(2);
        assertThat(endpoint.received)
                .extracting(receipt -> receipt.messageId().value())
                .containsExactly("1", "2");
    }

    @Test
    void what_a_slow_listener_keeps_waiting_is_refused_and_not_delivered_twice() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        endpoint.inListener = () -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        adapter.stop();
        adapter.setDeliverAnswerTimeoutMillis(300);
        adapter.start(server);
        adapter.endpointActivation(endpoint, spec);
        deliver("id:1 stat:DELIVRD");
        deliver("id:2 stat:DELIVRD");
        awaitAcknowledged(2);
        assertThat(statuses()).containsExactly(CommandStatus.ESME_RX_T_APPN, CommandStatus.ESME_RX_T_APPN);
        slow.countDown();
        awaitAcknowledged(4);
        assertThat(statuses().subList(2, 4)).containsOnly(CommandStatus.ESME_ROK);
        assertThat(endpoint.received.stream().filter(r -> r.messageId().value().equals("2")))
                .hasSize(1);
    }

    @Test
    void a_server_without_a_thread_to_spare_only_delays() throws Exception {
        server.rejections.set(3);
        adapter.endpointActivation(endpoint, spec);
        deliver(RECEIPT);
        awaitAcknowledged(1);
        assertThat(endpoint.received).hasSize(1);
    }

    @Test
    void an_activation_that_names_an_account_uses_the_one_that_a_factory_has() throws Exception {
        SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
        factory.setAccount("marketing");
        factory.setSystemId("campaigns");
        factory.setSubmitMode("DIRECT");
        factory.setResourceAdapter(adapter);
        factory.createConnectionFactory();
        spec.setAccount("marketing");
        adapter.endpointActivation(endpoint, spec);
        assertThat(simulator.await(() -> simulator.host("a").binds().size() == 2, PATIENCE))
                .isTrue();
        simulator.sendReport("campaigns", RECEIPT, Tlvs.empty());
        awaitAcknowledged(1);
        assertThat(endpoint.received).extracting(Delivered::account).containsExactly("marketing");
        assertThat(adapter.accounts()).as("no third account").hasSize(2);
    }
}
