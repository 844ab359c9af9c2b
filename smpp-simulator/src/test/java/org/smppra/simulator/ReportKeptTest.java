package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;

/** Unacknowledged reports are kept for 48 hours. */
class ReportKeptTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration HOURS_48 = Duration.ofHours(48);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.clock(clock).redeliveryDelay(Duration.ofMillis(1)));

    private void send(String text) {
        gateway.simulator().sendReport("shop", text, Tlvs.empty());
    }

    @Test
    void a_report_is_kept_for_48_hours_and_then_dropped_and_counted() {
        Simulator simulator = gateway.simulator();
        send("old");
        clock.move(Duration.ofHours(1));
        send("young");
        clock.move(HOURS_48.minus(Duration.ofHours(1)));
        assertThat(simulator.reportsWaiting("shop")).isEqualTo(2);
        clock.move(Duration.ofMillis(1));
        assertThat(simulator.await(() -> simulator.reportsWaiting("shop") == 1, SOON))
                .isTrue();
        assertThat(simulator.reportsDropped("shop")).isEqualTo(1);
        clock.move(Duration.ofHours(1));
        assertThat(simulator.await(() -> simulator.reportsDropped("shop") == 2, SOON))
                .isTrue();
        assertThat(simulator.reportsWaiting("shop")).isZero();
    }

    @Test
    void a_client_that_comes_in_time_gets_it_and_one_that_comes_late_does_not() throws Exception {
        send("old");
        clock.move(Duration.ofSeconds(1));
        send("young");
        clock.move(HOURS_48);
        try (TestClient client = TestClient.receiver(gateway.host("a"), "shop")) {
            assertThat(client.acknowledgedReport()).isEqualTo("young");
            assertThat(gateway.simulator().reportsDropped("shop")).isEqualTo(1);
        }
    }

    @Test
    void a_report_that_is_refused_again_and_again_goes_after_48_hours_too() throws Exception {
        try (TestClient client = TestClient.receiver(gateway.host("a"), "shop")) {
            send("refused");
            client.answer(client.delivery(), CommandStatus.ESME_RX_T_APPN);
            var last = client.delivery();
            clock.move(HOURS_48.plusMillis(1));
            client.answer(last, CommandStatus.ESME_RX_T_APPN);
            assertThat(gateway.simulator().await(() -> gateway.simulator().reportsDropped("shop") == 1, SOON))
                    .isTrue();
            assertThat(gateway.simulator().reportsWaiting("shop")).isZero();
        }
    }
}
