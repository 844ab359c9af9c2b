package org.smppra.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderWayTest {
    private final UnderWay underWay = new UnderWay();
    private final List<String> told = new ArrayList<>();

    @Test
    void nobody_waits_where_nothing_is_under_way() {
        assertThat(underWay.whenOver(() -> told.add("never"))).isFalse();
        underWay.end(underWay.begin());
        assertThat(underWay.whenOver(() -> told.add("never"))).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void who_waits_is_told_when_all_are_over_that_were_under_way_in_whatever_order() {
        UnderWay.Generation one = underWay.begin();
        UnderWay.Generation two = underWay.begin();
        assertThat(underWay.whenOver(() -> told.add("a"))).isTrue();
        underWay.end(two);
        assertThat(told).isEmpty();
        underWay.end(one);
        assertThat(told).containsExactly("a");
    }

    @Test
    void who_waits_does_not_wait_for_what_begins_later() {
        UnderWay.Generation before = underWay.begin();
        underWay.whenOver(() -> told.add("a"));
        underWay.whenOver(() -> told.add("also a"));
        UnderWay.Generation after = underWay.begin();
        underWay.whenOver(() -> told.add("b"));
        underWay.end(before);
        assertThat(told).containsExactly("a", "also a");
        underWay.end(after);
        assertThat(told).containsExactly("a", "also a", "b");
    }

    @Test
    void who_came_later_also_waits_for_what_began_earlier() {
        UnderWay.Generation before = underWay.begin();
        underWay.whenOver(() -> told.add("a"));
        UnderWay.Generation after = underWay.begin();
        underWay.whenOver(() -> told.add("b"));
        underWay.end(after);
        assertThat(told).isEmpty();
        underWay.end(before);
        assertThat(told).containsExactly("a", "b");
        assertThat(underWay.whenOver(() -> told.add("never"))).isFalse();
    }
}
