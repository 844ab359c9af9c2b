package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.engine.SmppClient;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;

/** What was acknowledged outlives a kill. */
class StoredKillTest {
    private static final int RECEIPTS = 2_000;
    private static final int LIVES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
        Set<String> received = ConcurrentHashMap.newKeySet();
        try (Simulator simulator = Simulator.builder()
                .freePorts()
                .redeliveryDelay(Duration.ofMillis(10))
                .start()) {
            String host = simulator.host("a").address();
            for (int life = 0; life < LIVES; life++) {
                int before = simulator.acknowledgements().size();
                for (int i = 0; i < RECEIPTS / LIVES; i++) {
                    simulator.sendReport("shop", "id:" + life + "x" + i + " stat:DELIVRD", Tlvs.empty());
                }
                try (ForkedJvm jvm =
                        new ForkedJvm(List.of("-Xmx128m"), StoredProgram.class, host, directory.toString())) {
                    jvm.reply();
                    int some = before + 20 + 60 * life;
                    assertThat(simulator.await(
                                    () -> simulator.acknowledgements().size() >= some, PATIENCE))
                            .as("acknowledged in life " + life)
                            .isTrue();
                } // killed
            }
            assertThat(simulator.reportsWaiting("shop")).as("not acknowledged").isPositive();
            try (SmppClient client = StoredProgram.client(host, directory)
                    .onDeliveryReceipt(
                            receipt -> received.add(receipt.messageId().value()))
                    .start()) {
                simulator.await(() -> received.size() == RECEIPTS && simulator.reportsWaiting("shop") == 0, PATIENCE);
                assertThat(received).hasSize(RECEIPTS);
                assertThat(simulator.reportsWaiting("shop")).isZero();
                assertThat(client.gatewayState().isUsable()).isTrue();
            }
        }
    }
}
