package org.smppra.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmissionIdsTest {
    private static SubmissionIds at(String instant) {
        return new SubmissionIds(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void an_id_has_exactly_20_ascii_digits_and_capitals() {
        assertThat(at("2026-11-23T12:00:00Z").next()).matches("[0-9A-Z]{20}");
        assertThat(at("2999-12-31T23:59:59Z").next()).matches("[0-9A-Z]{20}");
    }

    @Test
    void ids_sort_by_time() {
        assertThat(at("2026-11-23T12:00:00.001Z").next())
                .isGreaterThan(at("2026-11-23T12:00:00Z").next());
        assertThat(at("2126-11-23T12:00:00Z").next())
                .isGreaterThan(at("2026-11-23T12:00:00Z").next());
    }

    @Test
    void two_nodes_in_the_same_millisecond_make_no_id_twice() {
        SubmissionIds one = at("2026-11-23T12:00:00Z");
        SubmissionIds other = at("2026-11-23T12:00:00Z");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            assertThat(seen.add(one.next())).isTrue();
            assertThat(seen.add(other.next())).isTrue();
        }
    }
}
