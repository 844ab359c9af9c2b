package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.smppra.gateway.Gateway;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.gateway.GatewaySettings;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
import org.smppra.link.Link;
import org.smppra.link.LinkCounter;

class EngineThreadsTest {
    private static final String NOBODY = "127.0.0.1:1";

    private static final class NoReceiver implements ReceivedListener {
        @Override
        public void received(Received received) {}

        @Override
        public void leaving(Link link) {}
    }

    @Test
    void attempts_that_fail_leave_no_thread_behind() {
        EngineThreads threads = new EngineThreads("test");
        TimerThread timer = new TimerThread(threads);
        GatewaySettings settings = AccountDefaults.settings(
                        Map.of("hosts", NOBODY, "systemId", "shop", "reconnectMaxDelayMillis", 1), Map.of())
                .gateway();
        Gateway gateway = new Gateway(
                settings,
                new GatewayRuntime(timer, threads, System::nanoTime, Clock.systemUTC()),
                new NoReceiver(),
                () -> false);
        gateway.start();
        while (gateway.linkCounters().get(NOBODY).get(LinkCounter.ATTEMPTS) < 50) {
            LockSupport.parkNanos(1_000_000);
        }
        // The threads of an attempt that failed may outlive the begin of the next.
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (threads.count() > 3 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads.count()).isLessThanOrEqualTo(3);
        gateway.close(1_000_000_000);
        timer.close();
    }
}
