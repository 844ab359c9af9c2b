package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.ReceivedMessage;
import org.smppra.Settle;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.engine.SmppClient;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.simulator.SimulatorExtension;

/** Messages that no listener takes, and what an operator does with them. */
class DeadLettersTest {
    private static final Address PHONE = Address.of(1, 1, "4512345678");
    private static final Address SHOP = Address.of(1, 1, "1204");

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.redeliveryDelay(Duration.ofMillis(10)));

    @TempDir
    private Path directory;

    private final List<ReceivedMessage> received = new CopyOnWriteArrayList<>();

    private SmppClient.Builder client(String acknowledge) {
        return RunningClient.of(gateway.host("a"))
                .outboxDirectory(directory)
                .set("acknowledge", acknowledge)
                .onDeliveryReceipt(receipt -> {});
    }

    private void send(String text) {
        gateway.simulator().sendMessage("shop", PHONE, SHOP, DataCoding.DEFAULT, Octets.ofLatin1(text));
    }

    private static List<Stored> letters(SmppOperations operations) {
        return operations.list(Store.DEAD_LETTER, "", 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AFTER_COMMIT", "STORED"})
    void an_untaken_message_is_acknowledged_listed_discarded_and_delivered_when_somebody_takes_it(String acknowledge)
            throws Exception {
        try (SmppClient client = RunningClient.start(client(acknowledge))) {
            SmppOperations operations = client.operations();
            send("one");
            send("two");
            RunningEngine.await(() -> letters(operations).size() == 2);
            assertThat(RunningClient.awaitAcknowledgements(gateway.simulator(), 2))
                    .containsOnly(CommandStatus.ESME_ROK);
            Stored first = letters(operations).get(0);
            assertThat(first.reason()).contains("no active listener");
            assertThat(operations.settle(first.id(), Settle.CANCEL)).isTrue();
            assertThat(operations.settle(first.id(), Settle.DELIVER)).isFalse();
            assertThat(letters(operations)).hasSize(1);
        }
        try (SmppClient client = RunningClient.start(client(acknowledge).onShortMessage(received::add))) {
            SmppOperations operations = client.operations();
            Stored second = letters(operations).get(0);
            assertThat(received).isEmpty();
            assertThat(operations.settle(second.id(), Settle.DELIVER)).isTrue();
            RunningEngine.await(() -> received.size() == 1);
            assertThat(received.get(0).text()).contains("two");
            assertThat(letters(operations)).isEmpty();
        }
    }

    @Test
    void without_a_place_for_dead_letters_it_is_refused() throws Exception {
        try (SmppClient client = RunningClient.start(RunningClient.of(gateway.host("a"))
                .set("deliverAnswerTimeoutMillis", 200)
                .onDeliveryReceipt(receipt -> {}))) {
            send("one");
            assertThat(RunningClient.awaitAcknowledgements(gateway.simulator(), 2))
                    .containsOnly(CommandStatus.ESME_RX_T_APPN);
            assertThat(letters(client.operations())).isEmpty();
        }
    }
}
