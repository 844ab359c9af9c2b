package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.engine.SmppClient;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.simulator.SimulatorExtension;

/** When a plain Java listener's delivery is acknowledged, and on which threads it runs, as the simulator sees it. */
class SmppClientListenersTest {
    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.redeliveryDelay(Duration.ofMillis(10)));

    private final List<DeliveryReceipt> received = new CopyOnWriteArrayList<>();

    private SmppClient.Builder client(DeliveryReceiptListener listener) {
        return RunningClient.of(gateway.host("a")).onDeliveryReceipt(receipt -> {
            received.add(receipt);
            listener.onDeliveryReceipt(receipt);
        });
    }

    private DeliveryReceiptListener failing(int times) {
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
    void what_throws_is_delivered_again_and_acknowledged_only_when_it_returns() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(2)))) {
            deliver("id:1 stat:DELIVRD");
            assertThat(awaitAcknowledgements(1)).containsExactly(CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(Delivered::deliveryCount).containsExactly(1, 2, 3);
        assertThat(received)
                .extracting(Delivered::deduplicationKey)
                .containsOnly(received.get(0).deduplicationKey());
    }

    @Test
    void what_always_throws_is_refused_so_that_the_smsc_sends_it_again() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(3)).set("maxRedeliveries", 2))) {
            deliver("id:1 stat:DELIVRD");
            assertThat(awaitAcknowledgements(2)).containsExactly(CommandStatus.ESME_RX_T_APPN, CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(Delivered::deliveryCount).containsExactly(1, 2, 3, 1);
    }

    @Test
    void an_error_of_a_listener_stops_nothing() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        DeliveryReceiptListener listener = receipt -> {
            if (first.getAndSet(false)) {
                Thread.currentThread().interrupt();
                throw new AssertionError("worse than an exception");
            }
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        };
        try (SmppClient client = RunningClient.start(client(listener).set("maxConcurrency", 1))) {
            deliver("id:1 stat:DELIVRD");
            deliver("id:2 stat:DELIVRD");
            assertThat(awaitAcknowledgements(2)).containsOnly(CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).hasSize(3);
    }

    @Test
    void receipts_of_one_message_come_in_order_also_when_the_first_fails() throws Exception {
        try (SmppClient client = RunningClient.start(client(failing(1)))) {
            deliver("id:7 stat:ENROUTE");
            deliver("id:7 stat:DELIVRD");
            awaitAcknowledgements(2);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received).extracting(DeliveryReceipt::stateText).containsExactly("ENROUTE", "ENROUTE", "DELIVRD");
    }

    @Test
    void as_many_listeners_run_at_one_time_as_may_and_no_more() throws Exception {
        int many = 3;
        int rounds = 5;
        CyclicBarrier together = new CyclicBarrier(many);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        DeliveryReceiptListener listener = receipt -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                together.await(RunningClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
        };
        try (SmppClient client = RunningClient.start(client(listener).set("maxConcurrency", many))) {
            for (int i = 0; i < many * rounds; i++) {
                deliver("id:" + i + " stat:DELIVRD");
            }
            assertThat(awaitAcknowledgements(many * rounds)).containsOnly(CommandStatus.ESME_ROK);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(most).hasValue(many);
    }

    @Test
    void listeners_run_on_named_daemons_that_end_when_there_is_nothing_to_do() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (SmppClient client = RunningClient.start(client(receipt -> threads.add(Thread.currentThread())))) {
            deliver("id:1 stat:DELIVRD");
            awaitAcknowledgements(1);
            RunningEngine.await(() -> !threads.get(0).isAlive());
            deliver("id:2 stat:DELIVRD");
            awaitAcknowledgements(2);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(threads).doesNotHaveDuplicates().allMatch(Thread::isDaemon).allMatch(thread -> thread.getName()
                .matches("smpp-client-\\d+ listener"));
    }

    @Test
    void listeners_see_the_classes_of_who_started_the_client() throws Exception {
        List<ClassLoader> seen = new CopyOnWriteArrayList<>();
        ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(own);
        try (SmppClient client = RunningClient.start(
                client(receipt -> seen.add(Thread.currentThread().getContextClassLoader())))) {
            deliver("id:1 stat:DELIVRD");
            awaitAcknowledgements(1);
            assertThat(client.gatewayState().isUsable()).isTrue();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThat(seen).containsExactly(own);
    }

    @Test
    void what_no_listener_takes_is_not_acknowledged() throws Exception {
        try (SmppClient client = RunningClient.start(RunningClient.of(gateway.host("a"))
                .onShortMessage(message -> {})
                .set("deliverAnswerTimeoutMillis", 200))) {
            deliver("id:1 stat:DELIVRD");
            assertThat(awaitAcknowledgements(2)).containsOnly(CommandStatus.ESME_RX_T_APPN);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(1);
    }

    @Test
    void without_a_listener_what_comes_stays_at_the_smsc() throws Exception {
        try (SmppClient client = RunningClient.start(RunningClient.of(gateway.host("a")))) {
            deliver("id:1 stat:DELIVRD");
            client.submitAsync(RunningEngine.message("m")).get();
            assertThat(client.gatewayState().hosts().values()).allMatch(host -> host.receiving() == 0);
        }
        assertThat(gateway.simulator().acknowledgements()).isEmpty();
        // That of the message is there as well, or comes in a moment.
        assertThat(gateway.simulator().reportsWaiting("shop")).isPositive();
    }

    @Test
    void what_a_slow_listener_keeps_waiting_is_refused_and_not_delivered_twice() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        DeliveryReceiptListener listener = receipt -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (SmppClient client =
                RunningClient.start(client(listener).set("maxConcurrency", 1).set("deliverAnswerTimeoutMillis", 300))) {
            deliver("id:1 stat:DELIVRD");
            deliver("id:2 stat:DELIVRD");
            assertThat(awaitAcknowledgements(2)).containsOnly(CommandStatus.ESME_RX_T_APPN);
            slow.countDown();
            RunningEngine.await(() -> gateway.simulator().reportsWaiting("shop") == 0);
            assertThat(client.gatewayState().isUsable()).isTrue();
        }
        assertThat(received)
                .filteredOn(receipt -> receipt.messageId().value().equals("2"))
                .hasSize(1);
    }
}
