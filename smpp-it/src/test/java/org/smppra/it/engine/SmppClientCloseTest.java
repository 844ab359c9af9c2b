package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.SmppConnection;
import org.smppra.SmppException;
import org.smppra.engine.SmppClient;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.SimulatorExtension;

/** How a client in plain Java ends: nothing is lost, nothing is left. */
class SmppClientCloseTest {
    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.redeliveryDelay(Duration.ofMinutes(10)));

    private final AtomicReference<SmppClient> client = new AtomicReference<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void no_thread_and_no_bind_is_left() {
        RunningClient.awaitNoThreads("client");
        RunningEngine.await(() -> gateway.host("a").connections() == 0);
    }

    private SmppClient start(SmppClient.Builder builder) throws Exception {
        client.set(RunningClient.start(builder));
        return client.get();
    }

    private SmppClient.Builder slow() {
        return RunningClient.of(gateway.host("a")).onDeliveryReceipt(receipt -> {
            entered.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void deliver(String text) {
        gateway.simulator().sendReport("shop", text, Tlvs.empty());
    }

    private Thread closing(SmppClient open) {
        Thread thread = new Thread(open::close);
        thread.start();
        return thread;
    }

    /** Until a close waits for a listener, and nothing is taken any more. */
    private static void awaitClosing() {
        RunningEngine.await(() -> Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getMethodName().equals("awaitIdle")));
    }

    @Test
    void unbinds_and_may_be_closed_again() throws Exception {
        SmppClient open = start(RunningClient.of(gateway.host("a")));
        SmppConnection connection = open.getConnection();
        open.close();
        open.close();
        RunningEngine.await(() -> gateway.host("a").binds().isEmpty());
        assertThat(RunningClient.threads("client")).isEmpty();
        assertThat(open.awaitUsable(Duration.ofDays(1))).isFalse();
        assertThatThrownBy(open::getConnection)
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> open.getConnection("shop", "secret"))
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> connection.submit(RunningEngine.message("late")))
                .isInstanceOf(SmppException.class);
    }

    @Test
    void a_client_that_never_bound_is_closed_at_once() throws Exception {
        gateway.host("a").stop();
        SmppClient open = RunningClient.of(gateway.host("a")).start();
        open.close();
        assertThat(RunningClient.threads("client")).isEmpty();
    }

    @Test
    void many_may_close_it_at_one_time_and_each_returns_when_it_is_closed() throws Exception {
        SmppClient open = start(RunningClient.of(gateway.host("a")));
        List<String> left = new ArrayList<>();
        List<Thread> closers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread closer = new Thread(() -> {
                open.close();
                synchronized (left) {
                    left.addAll(RunningClient.threads("client"));
                }
            });
            closers.add(closer);
            closer.start();
        }
        for (Thread closer : closers) {
            closer.join();
        }
        assertThat(left).isEmpty();
    }

    @Test
    void a_listener_may_close_the_client_and_its_delivery_is_acknowledged() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        SmppClient open = start(RunningClient.of(gateway.host("a")).onDeliveryReceipt(receipt -> {
            client.get().close();
            client.get().close();
            returned.countDown();
        }));
        deliver("id:1 stat:DELIVRD");
        returned.await();
        open.close();
        assertThat(gateway.simulator().acknowledgements())
                .extracting(Acknowledgement::status)
                .containsExactly(CommandStatus.ESME_ROK);
    }

    @Test
    void what_waits_for_an_asynchronous_result_may_close_the_client() throws Exception {
        SmppClient open = start(RunningClient.of(gateway.host("a")));
        open.submitAsync(RunningEngine.message("m"))
                .thenAccept(result -> client.get().close())
                .join();
        open.close();
        assertThat(gateway.simulator().messageCount()).isEqualTo(1);
    }

    @Test
    void a_listener_that_runs_is_awaited_and_what_waits_behind_it_goes_back() throws Exception {
        SmppClient open = start(slow().set("maxConcurrency", 1));
        deliver("first");
        entered.await();
        deliver("second");
        Thread closer = closing(open);
        awaitClosing();
        assertThat(closer.isAlive()).isTrue();
        goOn.countDown();
        closer.join();
        assertThat(gateway.simulator().acknowledgements())
                .extracting(each -> each.key() + " " + each.status())
                .containsExactlyInAnyOrder("first " + CommandStatus.ESME_ROK, "second " + CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void what_waits_for_another_attempt_goes_back() throws Exception {
        SmppClient open = start(RunningClient.of(gateway.host("a"))
                .set("redeliveryDelayMillis", 10_000)
                .onDeliveryReceipt(receipt -> {
                    entered.countDown();
                    throw new IllegalStateException("the listener fails");
                }));
        deliver("first");
        entered.await();
        open.close();
        assertThat(gateway.simulator().acknowledgements())
                .extracting(Acknowledgement::status)
                .containsExactly(CommandStatus.ESME_RX_T_APPN);
    }

    @Test
    void a_listener_that_does_not_end_is_interrupted_and_its_delivery_is_not_acknowledged() throws Exception {
        SmppClient open = start(slow().set("closeTimeoutMillis", 200));
        deliver("first");
        entered.await();
        open.close();
        assertThat(gateway.simulator().acknowledgements())
                .extracting(Acknowledgement::status)
                .doesNotContain(CommandStatus.ESME_ROK);
        assertThat(gateway.simulator().reportsWaiting("shop")).isEqualTo(1);
    }
}
