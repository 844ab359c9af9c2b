package org.smppra.it.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.it.engine.RunningEngine;

/** Very many messages with their reports through a simulator that has a heap of 128 MiB. */
@Timeout(1_800)
class MemoryTest {
    private static final int MESSAGES = 500_000 * Integer.getInteger("smpp.test.scale", 1);
    private static final int POINTS = 10;
    /** From here on the stores are full: the newest 100,000 messages and answers. */
    private static final int FULL = 3;

    private static final double MIB = 1 << 20;
    private static final double TOLERANCE = 4;

    @Test
    void stays_flat_once_the_stores_are_full() throws Exception {
        try (ForkedJvm jvm = StrengthProgram.fork("-Xmx128m");
                Flood flood = new Flood(StrengthProgram.ports(jvm))) {
            long began = System.nanoTime();
            List<Double> heap = new ArrayList<>();
            for (int i = 1; i <= POINTS; i++) {
                flood.submit(MESSAGES / POINTS);
                heap.add(StrengthProgram.ask(jvm, "heap") / MIB);
                System.out.printf("%,11d messages: %.1f MiB live%n", flood.answered(), heap.get(i - 1));
            }
            flood.awaitReports();
            System.out.printf(
                    "%,d messages and reports in %.0f s%n", MESSAGES, (System.nanoTime() - began) / 1e9);

            assertThat(flood.answered()).isEqualTo(MESSAGES);
            assertThat(flood.deliveries()).isGreaterThan(MESSAGES);
            assertThat(StrengthProgram.ask(jvm, "messages")).isEqualTo(MESSAGES);
            assertThat(StrengthProgram.ask(jvm, "dropped")).isZero();
            RunningEngine.await(() -> StrengthProgram.ask(jvm, "waiting") == 0);
            double full = heap.get(FULL - 1);
            assertThat(heap.subList(FULL, POINTS)).allSatisfy(later -> assertThat(later)
                    .isLessThan(full + TOLERANCE));
            jvm.endWell();
        }
    }
}
