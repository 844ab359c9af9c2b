package org.smppra.simulator.tool.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.engine.SmppClient;
import org.smppra.simulator.SimulatorExtension;

class LoadTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.onFreePorts();

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    private SmppClient.Builder client(String systemId) {
        return SmppClient.builder()
                .hosts(gateway.host("a").address())
                .systemId(systemId)
                .password("secret");
    }

    /** Ticks of the load's own timer, one after the other. */
    private void ticks(int count) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        var counting = timer.scheduleWithFixedDelay(left::countDown, 10, 10, TimeUnit.MILLISECONDS);
        assertThat(left.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        counting.cancel(false);
    }

    @Test
    void load_never_exceeds_its_rate_and_ends_by_itself() throws Exception {
        AtomicLong received = new AtomicLong();
        try (SmppClient client = client("shop")
                .onDeliveryReceipt(receipt -> received.incrementAndGet())
                .start()) {
            assertThat(client.awaitUsable(SOON)).isTrue();
            Load load = new Load(gateway.simulator(), timer);
            load.set(new LoadOrder(500, 0, "shop", Duration.ofSeconds(1)));
            assertThat(gateway.simulator().await(() -> load.order().isNone() && received.get() == load.sent(), SOON))
                    .isTrue();
            assertThat(load.sent()).isBetween(1L, 500L);
        }
    }

    @Test
    void an_account_that_acknowledges_nothing_is_not_flooded() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (SmppClient client = client("slow")
                .set("deliverAnswerTimeoutMillis", 600_000)
                .onDeliveryReceipt(receipt -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start()) {
            assertThat(client.awaitUsable(SOON)).isTrue();
            Load load = new Load(gateway.simulator(), timer);
            load.set(new LoadOrder(LoadOrder.MOST, LoadOrder.MOST, null, null));
            assertThat(gateway.simulator().await(() -> load.sent() >= Load.MOST_WAITING, SOON))
                    .isTrue();
            ticks(20);
            assertThat(load.sent()).isEqualTo(Load.MOST_WAITING);
            assertThat(gateway.simulator().reportsWaiting("slow")).isEqualTo(Load.MOST_WAITING);
            assertThat(gateway.simulator().reportsDropped("slow")).isZero();
            never.countDown();
        }
    }

    @Test
    void nobody_who_can_receive_means_no_load() throws Exception {
        Load load = new Load(gateway.simulator(), timer);
        load.set(new LoadOrder(1_000, 1_000, "absent", null));
        ticks(10);
        assertThat(load.sent()).isZero();
        assertThat(gateway.simulator().reportsWaiting("absent")).isZero();
    }

    @Test
    void a_rate_beyond_the_limit_is_refused() {
        assertThatThrownBy(() -> new LoadOrder(20_001, 0, null, null)).hasMessageContaining("0 to 20000");
        assertThatThrownBy(() -> new LoadOrder(0, Double.NaN, null, null)).hasMessageContaining("0 to 20000");
    }

    @Test
    void rates_are_what_was_counted_in_each_second() {
        Traffic traffic = new Traffic();
        Rates rates = new Rates(traffic);
        rates.sample();
        for (int i = 0; i < 10; i++) {
            traffic.complaint("a", "127.0.0.1:5", "nonsense");
        }
        rates.sample();
        rates.sample();
        assertThat(rates.history(Count.COMPLAINTS)).hasSize(60).endsWith(0L, 10L, 0L);
        assertThat(rates.perSecond(Count.COMPLAINTS)).isEqualTo(2.0);
        for (int i = 0; i < 100; i++) {
            rates.sample();
        }
        assertThat(rates.history(Count.COMPLAINTS)).hasSize(60).containsOnly(0L);
    }
}
