package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.InvalidMessageException;

class RelativeTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT10M,000000001000000R",
        "PT1S,000000000001000R",
        "PT0.001S,000000000001000R",
        "PT59.5S,000000000100000R",
        "PT1H,000000010000000R",
        "P2D,000002000000000R",
        "P10DT23H34M29S,000010233429000R",
        "P31D,000031000000000R"
    })
    void writes_days_to_seconds(Duration duration, String time) throws InvalidMessageException {
        assertThat(RelativeTime.of(duration)).hasToString(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT-0.001S", "P31DT0.001S", "P32D", "PT9223372036854775807S"})
    void refuses_what_it_cannot_write(Duration duration) {
        assertThatThrownBy(() -> RelativeTime.of(duration))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("validity: ");
    }
}
