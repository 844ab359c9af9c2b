package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    /** The examples of SMPP 3.4 section 7.1.1 and of another stack's tests. */
    @Test
    void reads_both_formats() {
        assertThat(Time.parse("020610233429000R")).contains(new RelativeTime(2, 6, 10, 23, 34, 29));
        assertThat(Time.parse("000000001000000R")).contains(new RelativeTime(0, 0, 0, 0, 10, 0));
        assertThat(Time.parse("070927233429848+"))
                .contains(new AbsoluteTime(OffsetDateTime.parse("2007-09-27T23:34:29.800+12:00")));
        assertThat(Time.parse("380101000000004-"))
                .contains(new AbsoluteTime(OffsetDateTime.parse("1938-01-01T00:00:00-01:00")));
    }

    @Test
    void overlooks_tenths_and_quarters_of_a_distance() {
        assertThat(Time.parse("000000001000999R")).contains(new RelativeTime(0, 0, 0, 0, 10, 0));
    }

    @Test
    void writes_an_instant_in_UTC_and_cuts_at_a_tenth() {
        assertThat(AbsoluteTime.of(Instant.parse("2020-11-18T10:54:33.999Z"))).hasToString("201118105433900+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R",
                "070927233429849+",
                "070927233429848*",
                "071327233429848+",
                "07092723342984+",
                "0709272334298480+",
                "00000000100000xR",
                "0000001000000R",
                "２０１１１８１０５４００００００+"
            })
    void leaves_everything_else_empty(String text) {
        assertThat(Time.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1937-12-31T23:59:59Z",
                "2038-01-01T00:00:00Z",
                "2020-01-01T00:00:00+12:15",
                "2020-01-01T00:00:00-12:15",
                "2020-01-01T00:00:00+01:10"
            })
    void refuses_a_point_that_cannot_be_written(String at) {
        assertThatThrownBy(() -> new AbsoluteTime(OffsetDateTime.parse(at)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refuses_a_distance_of_three_digits() {
        assertThatThrownBy(() -> new RelativeTime(0, 0, 0, 0, 100, 0)).hasMessageContaining("100");
        assertThatThrownBy(() -> new RelativeTime(0, 0, 0, -1, 0, 0)).hasMessageContaining("-1");
    }
}
