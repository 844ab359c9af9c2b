package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerSettingsTest {
    @ParameterizedTest
    @CsvSource({"1,1000", "2,2000", "3,4000", "6,32000", "7,60000", "100,60000", "2147483647,60000"})
    void the_delay_doubles_up_to_a_minute(int attempt, long millis) {
        assertThat(ListenerSettings.of(Map.of()).delayMillis(attempt)).isEqualTo(millis);
    }

    @Test
    void the_longest_delay_is_no_overflow() {
        ListenerSettings longest = ListenerSettings.of(Map.of("redeliveryDelayMillis", Integer.MAX_VALUE));
        assertThat(longest.delayMillis(1)).isEqualTo(60_000);
        assertThat(longest.delayMillis(40)).isEqualTo(60_000);
    }

    @Test
    void without_a_delay_it_is_tried_again_at_once() {
        assertThat(ListenerSettings.of(Map.of("redeliveryDelayMillis", 0)).delayMillis(5))
                .isZero();
    }
}
