package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.engine.SmppClient;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatorExtension;
import org.smppra.simulator.SimulatorListener;

/** A client in plain Java binds for what it listens to, from the first bind. */
class SmppClientBindsTest {
    private final List<BindType> bound = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.account("shop", "secret").listener(new SimulatorListener() {
                @Override
                public void bound(BindView bind) {
                    bound.add(bind.bindType());
                }
            }));

    static Stream<Arguments> clients() {
        return Stream.of(
                client(List.of(BindType.TRANSMITTER), builder -> {}),
                client(List.of(BindType.TRANSCEIVER), builder -> builder.onDeliveryReceipt(receipt -> {})),
                client(List.of(BindType.TRANSCEIVER), builder -> builder.onShortMessage(message -> {})),
                client(List.of(BindType.TRANSMITTER), builder -> builder.set("bindType", "TRANSMITTER_RECEIVER")),
                client(List.of(BindType.TRANSMITTER, BindType.RECEIVER), builder -> builder.set(
                                "bindType", "TRANSMITTER_RECEIVER")
                        .onDeliveryReceipt(receipt -> {})));
    }

    private static Arguments client(List<BindType> binds, Consumer<SmppClient.Builder> settings) {
        return Arguments.of(binds, settings);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void binds_for_what_it_listens_to(List<BindType> binds, Consumer<SmppClient.Builder> settings) throws Exception {
        SmppClient.Builder builder = RunningClient.of(gateway.host("a"));
        settings.accept(builder);
        try (SmppClient client = RunningClient.start(builder)) {
            RunningEngine.await(() -> bound.size() == binds.size());
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(bound).containsExactlyInAnyOrderElementsOf(binds);
    }
}
