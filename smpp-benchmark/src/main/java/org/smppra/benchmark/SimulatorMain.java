package org.smppra.benchmark;

import java.io.IOException;
import java.time.Duration;
import org.smppra.simulator.Simulator;

/** The process of the simulator: two hosts without TLS, reports at once. Says where they are, lives until its input ends. */
final class SimulatorMain {
    /** No client shall wait for it. */
    private static final int REPORT_WINDOW = 1_000;
    /** Nor shall a report be dropped, as the provider does above 25,000, for a client that submits faster than it reads. */
    private static final int REPORT_LIMIT = 1_000_000;

    private SimulatorMain() {}

    public static void main(String[] args) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .freePorts()
                .reportDelay(Duration.ZERO)
                .reportWindow(REPORT_WINDOW)
                .reportLimit(REPORT_LIMIT)
                .start()) {
            System.out.println(
                    new Hosts(simulator.host("a").port(), simulator.host("b").port(), 0, 0, "none").line());
            while (System.in.read() >= 0) {
                // until the controller is gone
            }
        }
    }
}
