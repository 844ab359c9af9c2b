package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

class ReportQueueTest {
    private static final DeliverSm BODY = new DeliverSm(
            "", Address.none(), Address.none(), 4, 0, 0, "", "", 0, 0, 0, 0, Octets.empty(), Tlvs.empty());

    private static long age(@Nullable Report report) {
        return report == null ? -1 : report.age();
    }

    /** New ones, and now and then one that was taken comes back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gives_the_oldest_first_whatever_comes_back(long seed) {
        Random random = new Random(seed);
        ReportQueue queue = new ReportQueue();
        PriorityQueue<Long> sorted = new PriorityQueue<>();
        for (long age = 0; age < 10_000; age++) {
            queue.add(new Report(age, "any", BODY, 0));
            sorted.add(age);
            while (random.nextInt(2) == 0 && !sorted.isEmpty()) {
                assertThat(age(queue.peek())).isEqualTo(sorted.peek());
                Report oldest = Objects.requireNonNull(queue.poll());
                assertThat(age(oldest)).isEqualTo(sorted.poll());
                if (random.nextInt(4) == 0) {
                    queue.add(oldest);
                    sorted.add(oldest.age());
                }
            }
            assertThat(queue.size()).isEqualTo(sorted.size());
        }
        while (!queue.isEmpty()) {
            assertThat(age(queue.poll())).isEqualTo(sorted.poll());
        }
        assertThat(sorted).isEmpty();
        assertThat(queue.peek()).isNull();
    }
}
