package org.smppra.ra.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that never asks which branches are in doubt is told so, once. */
class RecoveryWatchTest {
    private final RecoveryWatch watch = new RecoveryWatch();

    private static long minutes(int count) {
        return Duration.ofMinutes(count).toNanos();
    }

    @Test
    void says_it_once_after_five_minutes_without_a_question() {
        assertThat(watch.look(minutes(1), false)).isFalse();
        watch.prepared();
        assertThat(watch.look(minutes(2), false)).isFalse();
        assertThat(watch.look(minutes(6), false)).isFalse();
        assertThat(watch.look(minutes(8), false)).isTrue();
        assertThat(watch.look(minutes(20), false)).isFalse();
    }

    @Test
    void says_nothing_where_nothing_was_ever_prepared() {
        for (int i = 1; i < 100; i++) {
            assertThat(watch.look(minutes(i), false)).isFalse();
        }
    }

    @Test
    void says_nothing_to_a_server_that_asked() {
        watch.prepared();
        watch.look(minutes(1), false);
        watch.asked();
        assertThat(watch.look(minutes(100), true)).isFalse();
    }

    @Test
    void branches_of_an_earlier_run_need_an_answer_too() {
        watch.look(minutes(1), true);
        assertThat(watch.look(minutes(7), true)).isTrue();
    }
}
