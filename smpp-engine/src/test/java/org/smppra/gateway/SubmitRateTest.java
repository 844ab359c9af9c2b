package org.smppra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitRateTest {
    private static final long SECOND = 1_000_000_000;
    private static final long START = Long.sum(Long.MAX_VALUE, -5 * SECOND); // nanoTime may wrap

    private static int takenIn(SubmitRate rate, long from, long to) {
        int taken = 0;
        long now = from;
        while (now - to < 0) {
            long wait = rate.take(now);
            if (wait == 0) {
                taken++;
            } else {
                now += wait;
            }
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 5_000})
    void lets_pass_what_it_says_and_a_burst_of_a_tenth_of_a_second_more(int perSecond) {
        SubmitRate rate = new SubmitRate(perSecond, START);
        assertThat(takenIn(rate, START, START + 10 * SECOND))
                .isBetween(10 * perSecond, 10 * perSecond + perSecond / 10 + 2);
    }

    @Test
    void saves_up_no_more_than_a_tenth_of_a_second_while_nobody_submits() {
        SubmitRate rate = new SubmitRate(100, START);
        takenIn(rate, START, START + SECOND);
        assertThat(takenIn(rate, START + 3_600 * SECOND, START + 3_600 * SECOND + 1))
                .isBetween(10, 11);
    }

    @Test
    void is_off_at_0() {
        SubmitRate rate = new SubmitRate(0, START);
        assertThat(rate.isLimited()).isFalse();
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.take(START)).isZero();
        }
    }
}
