package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.Direction;
import org.smppra.engine.Account;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxOpener;
import org.smppra.engine.SmppClient;
import org.smppra.inbox.InboxSettings;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.outbox.OutboxSettings;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.SimulatorExtension;

/** With acknowledge=STORED: on disk, then acknowledged, then delivered. */
class StoredReceiptsTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.redeliveryDelay(Duration.ofMillis(10)));

    @TempDir
    private Path directory;

    private final List<DeliveryReceipt> received = new CopyOnWriteArrayList<>();

    private SmppClient.Builder client() {
        return RunningClient.of(gateway.host("a"))
                .outboxDirectory(directory)
                .set("acknowledge", "STORED")
                .set("maxRedeliveries", 0);
    }

    private SmppClient.Builder client(DeliveryReceiptListener listener) {
        return client().onDeliveryReceipt(receipt -> {
            received.add(receipt);
            listener.onDeliveryReceipt(receipt);
        });
    }

    private static DeliveryReceiptListener failing(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return receipt -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("the listener fails");
            }
        };
    }

    private void deliver(String text) {
        gateway.simulator().sendReport("shop", text, Tlvs.empty());
    }

    private List<CommandStatus> awaitAcknowledgements(int count) {
        return RunningClient.awaitAcknowledgements(gateway.simulator(), count);
    }

    @Test
    void a_receipt_is_acknowledged_without_any_listener_and_delivered_after_a_restart() throws Exception {
        try (SmppClient client = RunningClient.start(client())) {
            deliver("id:1 stat:DELIVRD");
            deliver("id:2 stat:DELIVRD");
            assertThat(awaitAcknowledgements(2)).containsOnly(CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(gateway.simulator().reportsWaiting("shop")).isZero();
        try (SmppClient client = RunningClient.start(client(receipt -> {}))) {
            RunningEngine.await(() -> received.size() == 2);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        try (SmppClient client = RunningClient.start(client(receipt -> {}))) {
            deliver("id:3 stat:DELIVRD");
            RunningEngine.await(() -> received.size() >= 3);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(each -> each.messageId().value()).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void what_a_listener_fails_at_was_acknowledged_and_comes_again_from_the_inbox() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(2)))) {
            deliver("id:1 stat:DELIVRD");
            RunningEngine.await(() -> received.size() == 3);
            assertThat(awaitAcknowledgements(1)).containsExactly(CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(DeliveryReceipt::deliveryCount).containsExactly(1, 2, 3);
        assertThat(received)
                .extracting(DeliveryReceipt::deduplicationKey)
                .containsOnly(received.get(0).deduplicationKey());
    }

    @Test
    void attempts_are_counted_on_after_a_restart() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(1_000)))) {
            deliver("id:1 stat:DELIVRD");
            RunningEngine.await(() -> received.size() == 2);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        int before = received.size();
        try (SmppClient client = RunningClient.start(client(receipt -> {}))) {
            RunningEngine.await(() -> received.size() > before);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received.get(before).deliveryCount()).isEqualTo(before + 1);
    }

    @Test
    void receipts_of_one_message_come_in_order() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(1)))) {
            deliver("id:7 stat:ENROUTE");
            deliver("id:7 stat:DELIVRD");
            RunningEngine.await(() -> received.size() == 3);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(DeliveryReceipt::stateText).containsExactly("ENROUTE", "ENROUTE", "DELIVRD");
    }

    @Test
    void while_inbound_is_paused_receipts_are_stored_and_no_listener_gets_any() throws Exception {
        try (SmppClient client = RunningClient.start(client(receipt -> {}))) {
            client.operations().pause(Direction.INBOUND);
            deliver("id:1 stat:DELIVRD");
            assertThat(awaitAcknowledgements(1)).containsExactly(CommandStatus.ESME_ROK);
            assertThat(received).isEmpty();
            client.operations().resume(Direction.INBOUND);
            RunningEngine.await(() -> received.size() == 1);
        }
    }

    @Test
    void what_finds_no_room_is_refused_and_comes_again() {
        AccountProperties properties = new AccountProperties();
        properties.setHosts(gateway.host("a").address());
        properties.setSystemId("shop");
        properties.setPassword("secret");
        properties.setAcknowledge("STORED");
        OutboxSettings outbox = new OutboxSettings(
                directory,
                1_000,
                10 << 20,
                Duration.ofHours(48),
                Duration.ofHours(72),
                Duration.ofHours(24),
                Duration.ofDays(1));
        InboxSettings small =
                new InboxSettings(2, 1 << 20, 10, 1 << 20, 100, Duration.ofHours(1), 100, Duration.ofHours(1));
        try (Engine engine = new Engine("test", OutboxOpener.in(outbox, small))) {
            Account account = engine.open(properties.settings(properties));
            for (int i = 0; i < 3; i++) {
                deliver("id:" + i + " stat:DELIVRD");
            }
            // Those that are stored are answered when the disk has them, the refused one at once.
            RunningEngine.await(() -> {
                List<CommandStatus> answers = awaitAcknowledgements(0);
                return answers.contains(CommandStatus.ESME_RX_T_APPN)
                        && answers.stream().filter(CommandStatus::isOk).count() == 2;
            });
            assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(1);
            account.addSink(RunningEngine.acknowledging());
            RunningEngine.await(() -> gateway.simulator().reportsWaiting("shop") == 0);
        }
    }

    @Test
    void storing_without_a_place_for_it_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> RunningClient.of(gateway.host("a"))
                        .set("acknowledge", "STORED")
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("acknowledge:")
                .hasMessageContaining("outboxDirectory");
        RunningClient.awaitNoThreads("client");
    }
}
