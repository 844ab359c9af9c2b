package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.Delivered;
import org.smppra.ReceivedMessage;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.Simulator;
import org.smppra.text.LongMessages;

/** Parts of mobile-originated messages that come over both hosts. */
class MobileOriginatedPartsTest {
    private static final Address PHONE = Address.of(1, 1, "4512345678");
    private static final Address SHOP = Address.of(1, 1, "1204");

    /** A listener that takes everything and settles when it is told. */
    private static final class Listener implements DeliverySink {
        private final List<Delivery> taken = new CopyOnWriteArrayList<>();

        @Override
        public boolean takes(Delivered value) {
            return true;
        }

        @Override
        public void offer(Delivery delivery) {
            taken.add(delivery);
        }

        ReceivedMessage message(int index) {
            return (ReceivedMessage) taken.get(index).value();
        }
    }

    private static void send(Simulator simulator, int reference, int number, String text) {
        String header = String.format("050003%02x03%02x", reference, number);
        simulator.sendMessage(
                "shop",
                PHONE,
                SHOP,
                0x40,
                DataCoding.DEFAULT,
                Octets.ofHex(header + Octets.ofLatin1(text).toHex()),
                Tlvs.empty());
    }

    private static RunningEngine engine(Simulator simulator) {
        return engine(simulator, p -> {});
    }

    private static RunningEngine engine(Simulator simulator, Consumer<AccountProperties> settings) {
        return new RunningEngine(RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                    p.setProfile("generic");
                    settings.accept(p);
                })
                .awaitBound(1);
    }

    @Test
    void make_one_message_that_is_acknowledged_as_a_whole() {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(simulator)) {
            Listener listener = new Listener();
            engine.account().addSink(listener);
            send(simulator, 7, 3, "c");
            send(simulator, 7, 1, "a");
            send(simulator, 7, 2, "b");
            RunningEngine.await(() -> !listener.taken.isEmpty());
            assertThat(listener.message(0).text()).contains("abc");
            assertThat(simulator.acknowledgements()).isEmpty();
            assertThat(simulator.reportsWaiting("shop")).isEqualTo(3);

            listener.taken.get(0).committed();
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
            assertThat(simulator.acknowledgements()).hasSize(3).allSatisfy(each -> assertThat(each.status())
                    .isEqualTo(CommandStatus.ESME_ROK));
            assertThat(simulator.acknowledgements().stream()
                            .map(Acknowledgement::host)
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void survive_the_restart_of_a_host_between_them() {
        try (Simulator simulator = Simulator.builder()
                        .freePorts()
                        .redeliveryDelay(Duration.ofMillis(50))
                        .start();
                RunningEngine engine = engine(simulator)) {
            Listener listener = new Listener();
            engine.account().addSink(listener);
            send(simulator, 8, 1, "a");
            send(simulator, 8, 2, "b");
            simulator.host("a").stop();
            send(simulator, 8, 3, "c");
            RunningEngine.await(() -> !listener.taken.isEmpty());
            simulator.host("a").start();
            assertThat(listener.message(0).text()).contains("abc");
            assertThat(listener.message(0).incomplete()).isFalse();
            listener.taken.get(0).committed();
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
            assertThat(listener.taken).hasSize(1);
        }
    }

    /** Each text is of another alphabet; its parts go through both hosts in turn. */
    @ParameterizedTest
    @EnumSource(names = {"UDH_8", "UDH_16", "SAR"})
    void are_read_in_each_way_that_numbers_them(LongMessages how) {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(simulator)) {
            List<String> texts = new CopyOnWriteArrayList<>();
            engine.with(RunningEngine.calling(delivery -> {
                texts.add(((ReceivedMessage) delivery.value()).text().orElseThrow());
                delivery.committed();
            }));
            String latin = "{€æøå} ".repeat(80);
            String cyrillic = "Жук 😀 ".repeat(40);
            int parts = simulator.sendMessage("shop", PHONE, SHOP, latin, how)
                    + simulator.sendMessage("shop", PHONE, SHOP, cyrillic, how);
            assertThat(parts).isGreaterThan(6);
            RunningEngine.await(() -> texts.size() == 2);
            assertThat(texts).containsExactlyInAnyOrder(latin, cyrillic);
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
            assertThat(simulator.acknowledgements()).hasSize(parts);
        }
    }

    @Test
    void that_do_not_all_come_are_delivered_as_incomplete_and_acknowledged() {
        try (Simulator simulator = Simulator.builder().freePorts().start();
                RunningEngine engine = engine(simulator, p -> p.setReassemblyTimeoutMillis(2_000))) {
            Listener listener = new Listener();
            engine.account().addSink(listener);
            send(simulator, 9, 3, "c");
            send(simulator, 9, 1, "a");
            RunningEngine.await(() -> !listener.taken.isEmpty());
            assertThat(listener.message(0).incomplete()).isTrue();
            assertThat(listener.message(0).text()).contains("ac");
            listener.taken.get(0).committed();
            RunningEngine.await(() -> simulator.reportsWaiting("shop") == 0);
        }
    }

    @Test
    void that_do_not_all_come_are_refused_with_the_accounts_status_where_that_is_set() {
        try (Simulator simulator = Simulator.builder()
                        .freePorts()
                        .redeliveryDelay(Duration.ofMillis(50))
                        .start();
                RunningEngine engine = engine(simulator, p -> {
                    p.setReassemblyTimeoutMillis(200);
                    p.setDeliverIncomplete(false);
                    p.setNegativeStatus(CommandStatus.ESME_RSYSERR.value());
                })) {
            Listener listener = new Listener();
            engine.account().addSink(listener);
            send(simulator, 9, 3, "c");
            send(simulator, 9, 1, "a");
            RunningEngine.await(() -> simulator.acknowledgements().size() >= 2);
            assertThat(simulator.acknowledgements())
                    .extracting(Acknowledgement::status)
                    .containsOnly(CommandStatus.ESME_RSYSERR);
            assertThat(listener.taken).isEmpty();
            assertThat(simulator.reportsWaiting("shop")).isEqualTo(2);
        }
    }
}
