package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.delivery.Delivery;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;

/** A mobile-originated message that takes longer than the SMSC may wait, so that it comes again and again. */
class SlowListenerTest {
    private static final Address PHONE = Address.of(1, 1, "4512345678");
    private static final Address SHOP = Address.of(1, 1, "1204");
    private static final CommandStatus REFUSED = CommandStatus.ESME_RX_T_APPN;

    private final List<Delivery> taken = new CopyOnWriteArrayList<>();

    private static long refused(Simulator simulator) {
        return simulator.acknowledgements().stream()
                .filter(each -> each.status().equals(REFUSED))
                .count();
    }

    private static void send(Simulator simulator) {
        simulator.sendMessage("shop", PHONE, SHOP, 0, DataCoding.DEFAULT, Octets.ofLatin1("Yes"), Tlvs.empty());
    }

    /** @param kills whether its link is lost too while the listener is at work */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void is_with_it_once_and_acknowledged_when_it_has_committed(boolean kills) {
        try (Simulator simulator = Simulator.builder()
                        .freePorts()
                        .redeliveryDelay(Duration.ofMillis(100))
                        .start();
                RunningEngine engine = new RunningEngine(
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                                    p.setProfile("generic");
                                    p.setDeliverAnswerTimeoutMillis(300);
                                })
                        .with(RunningEngine.calling(taken::add))
                        .awaitBound(1)) {
            send(simulator);
            RunningEngine.await(() -> taken.size() == 1);
            if (kills) {
                simulator.hosts().forEach(host -> {
                    host.kill();
                    host.start();
                });
            }
            RunningEngine.await(() -> refused(simulator) >= 3);
            assertThat(taken).hasSize(1);

            taken.get(0).committed();
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
            assertThat(taken).hasSize(1);
            send(simulator);
            RunningEngine.await(() -> taken.size() == 2);
            taken.get(1).committed();
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
        }
    }
}
