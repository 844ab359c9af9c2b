package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.UnansweredPolicy;

class WaitingLineTest {
    private final Messages messages = new Messages(new ManualClock());
    private final Shelf shelf = new Shelf(Messages.ACCOUNT);
    private final WaitingLine line = new WaitingLine();
    private long key;

    private Entry entry(OutboxMessage message) {
        return new Entry(++key, message, shelf, Duration.ofHours(1));
    }

    private Entry add(OutboxMessage message) {
        Entry entry = entry(message);
        line.add(entry);
        return entry;
    }

    private List<Entry> pollAll(long now) {
        List<Entry> polled = new ArrayList<>();
        for (Entry entry = line.poll(now); entry != null; entry = line.poll(now)) {
            polled.add(entry);
        }
        return polled;
    }

    @Test
    void the_oldest_of_the_highest_priority_leaves_first() {
        Entry low = add(messages.priority(0));
        Entry first = add(messages.priority(3));
        Entry second = add(messages.priority(3));
        Entry middle = add(messages.priority(1));
        assertThat(pollAll(0)).containsExactly(first, second, middle, low);
        assertThat(line.size()).isZero();
    }

    @Test
    void a_lower_lane_has_a_turn_while_higher_ones_never_end() {
        List<Entry> low = new ArrayList<>();
        for (int priority = 0; priority < 3; priority++) {
            low.add(add(messages.priority(priority)));
        }
        int polled = 0;
        while (!low.isEmpty() && polled < 10_000) {
            add(messages.priority(3));
            low.remove(line.poll(0));
            polled++;
        }
        assertThat(low).isEmpty();
        assertThat(polled)
                .isBetween(Lanes.TURN, 1 + Lanes.TURN * Lanes.TURN * Lanes.TURN + 2 * Lanes.TURN * Lanes.TURN);
    }

    @Test
    void most_turns_are_of_the_highest_priority() {
        for (int i = 0; i < 1_000; i++) {
            add(messages.priority(0));
            add(messages.priority(3));
        }
        long urgent = pollAll(0).subList(0, 900).stream()
                .filter(entry -> entry.priority() == 3)
                .count();
        assertThat(urgent).isEqualTo(800);
    }

    @Test
    void one_that_comes_back_leaves_before_younger_ones_and_not_before_its_time() {
        Entry old = add(messages.next());
        Entry young = add(messages.next());
        assertThat(line.poll(0)).isSameAs(old);
        line.addAgain(old, 100, 0);
        assertThat(line.nextDueAt()).isEqualTo(100);
        Entry youngest = add(messages.next());
        assertThat(line.poll(99)).isSameAs(young);
        assertThat(line.poll(100)).isSameAs(old);
        assertThat(line.poll(100)).isSameAs(youngest);
        assertThat(line.nextDueAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void of_an_order_key_one_leaves_when_the_one_before_it_is_done() {
        Entry first = add(messages.ordered("a"));
        Entry second = add(messages.ordered("a"));
        Entry third = add(messages.ordered("a"));
        Entry other = add(messages.ordered("b"));
        assertThat(pollAll(0)).containsExactly(first, other);
        line.addAgain(first, 50, 0);
        assertThat(pollAll(49)).isEmpty();
        assertThat(pollAll(50)).containsExactly(first);
        assertThat(line.end(first)).isTrue();
        assertThat(pollAll(50)).containsExactly(second);
        assertThat(line.end(second)).isTrue();
        assertThat(pollAll(50)).containsExactly(third);
        assertThat(line.end(third)).isFalse();
    }

    @Test
    void one_that_is_taken_out_of_the_middle_holds_up_nobody() {
        Entry first = add(messages.ordered("a"));
        Entry second = add(messages.ordered("a"));
        Entry third = add(messages.ordered("a"));
        line.remove(second);
        line.end(second);
        line.remove(first);
        line.end(first);
        assertThat(pollAll(0)).containsExactly(third);
        assertThat(line.size()).isZero();
    }

    @Test
    void a_held_one_holds_up_those_behind_it() {
        Entry first = add(messages.ordered("a", UnansweredPolicy.HOLD));
        Entry second = add(messages.ordered("a"));
        assertThat(pollAll(0)).containsExactly(first);
        line.hold(first);
        assertThat(pollAll(0)).isEmpty();
        line.addAgain(first, 0, 0);
        assertThat(pollAll(0)).containsExactly(first);
        line.end(first);
        assertThat(pollAll(0)).containsExactly(second);
    }

    @Test
    void two_that_are_held_have_their_turns_in_order() {
        Entry first = entry(messages.ordered("a"));
        Entry second = entry(messages.ordered("a"));
        line.hold(first);
        line.hold(second);
        Entry third = add(messages.ordered("a"));
        line.addAgain(second, 0, 0); // an operator wants it, but it is not its turn
        assertThat(pollAll(0)).isEmpty();
        line.end(first);
        assertThat(pollAll(0)).containsExactly(second);
        line.end(second);
        assertThat(pollAll(0)).containsExactly(third);
    }
}
