package org.smppra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pace against an SMSC that takes so many requests a second and throttles the rest; time is simulated. */
class LinkPaceTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private long now = Long.MAX_VALUE - 30 * SECOND; // nanoTime may wrap
    private final LinkPace pace = new LinkPace(now, 0);
    private long accepted;
    private long throttled;

    /** Submits as fast as the pace allows, at most 2,000 a second, to an SMSC with a bucket of a tenth of a second. */
    private void run(int seconds, int capacity) {
        accepted = 0;
        throttled = 0;
        double bucket = 0;
        for (int step = 0; step < seconds * 1_000; step++) {
            now += MILLI;
            bucket = Math.min(capacity / 10.0 + 1, bucket + capacity / 1_000.0);
            for (int i = 0; i < 2 && pace.take(now); i++) {
                if (bucket >= 1) {
                    bucket--;
                    accepted++;
                    total++;
                } else {
                    throttled++;
                    pace.throttled(now, total);
                }
            }
            if (step % 100 == 0) {
                pace.tick(now, total);
            }
        }
    }

    private long total;

    @Test
    void has_no_limit_until_the_smsc_throttles() {
        run(5, 1_000_000);
        assertThat(pace.isLimited()).isFalse();
        assertThat(accepted).isEqualTo(10_000);
    }

    @Test
    void finds_the_rate_of_the_smsc_and_keeps_near_it() {
        run(10, 200);
        assertThat(pace.isLimited()).isTrue();
        run(120, 200);
        assertThat(accepted).isBetween(120L * 200 * 8 / 10, 120L * 200 + 50);
        assertThat(throttled).isLessThan(accepted / 50);
    }

    @Test
    void finds_the_rate_again_when_the_smsc_takes_more_or_less() {
        run(60, 200);
        run(60, 50);
        run(60, 50);
        assertThat(accepted).isBetween(60L * 50 * 7 / 10, 60L * 50 + 20);
        run(90, 400);
        run(60, 400);
        assertThat(accepted).isGreaterThan(60L * 400 * 8 / 10);
    }

    @Test
    void the_refusals_of_one_window_slow_it_down_once() {
        run(3, 100_000);
        double before = 2_000;
        for (int i = 0; i < 50; i++) {
            pace.throttled(now, total);
        }
        assertThat(pace.perSecond()).isBetween(before * 0.7, before * 0.8);
    }

    @Test
    void forgets_the_limit_when_the_smsc_has_not_throttled_for_long() {
        run(10, 200);
        run(300, 1_000_000);
        assertThat(pace.isLimited()).isFalse();
    }

    @Test
    void goes_on_slowly_when_the_smsc_takes_nothing() {
        run(60, 0);
        assertThat(throttled).isBetween(30L, 200L);
    }
}
