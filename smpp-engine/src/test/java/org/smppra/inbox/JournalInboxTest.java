package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smppra.Stored;
import org.smppra.outbox.AccountKey;

class JournalInboxTest {
    /** These tests break things on purpose, which is logged. */
    private static final Logger LOGGER = Logger.getLogger("org.smppra.inbox");

    @BeforeAll
    static void quiet() {
        LOGGER.setUseParentHandlers(false);
    }

    @AfterAll
    static void loud() {
        LOGGER.setUseParentHandlers(true);
    }

    private final OpenInbox open = new OpenInbox();

    @Test
    void gives_back_what_was_stored_as_it_came_the_oldest_first() {
        assertThat(open.store("one", null)).isNull();
        assertThat(open.store("two", "m2")).isNull();
        assertThat(open.account().isDurable()).isTrue();
        assertThat(open.account().waiting()).isEqualTo(2);
        assertThat(open.account().oldestWaitingAt()).isEqualTo("2026-11-27T11:00:00.5Z");
        List<Kept> kept = open.account().take(10);
        assertThat(kept.get(0).incoming()).isEqualTo(OpenInbox.incoming("one", null));
        assertThat(kept.get(1).incoming()).isEqualTo(OpenInbox.incoming("two", "m2"));
        assertThat(kept.get(0).id()).hasSize(20).isLessThan(kept.get(1).id());
        assertThat(open.account().waiting()).isZero();
        assertThat(open.account().oldestWaitingAt()).isNull();
        assertThat(open.takeTexts()).isEmpty();
    }

    @Test
    void gives_one_of_an_order_key_at_a_time_and_in_order() {
        for (String each : List.of("a1 a", "b1 b", "a2 a", "a3 a", "x1", "b2 b")) {
            open.store(each, each.length() > 2 ? each.substring(3) : null);
        }
        List<Kept> first = open.account().take(10);
        assertThat(OpenInbox.texts(first)).containsExactly("a1 a", "b1 b", "x1");
        open.account().delivered(first.get(0));
        List<Kept> second = open.account().take(10);
        assertThat(OpenInbox.texts(second)).containsExactly("a2 a");
        open.store("a4 a", "a");
        assertThat(open.takeTexts()).isEmpty();
        open.account().delivered(second.get(0));
        open.account().delivered(first.get(1));
        assertThat(open.takeTexts()).containsExactly("a3 a", "b2 b");
    }

    @Test
    void what_is_returned_keeps_its_place_before_its_order_key_and_waits_for_its_time() {
        open.store("a1", "a");
        open.store("a2", "a");
        open.store("b1", "b");
        Kept first = open.takeOne();
        open.account().returned(first, 1, open.now().plusSeconds(5));
        assertThat(open.account().waiting()).isEqualTo(3);
        assertThat(open.takeTexts()).containsExactly("b1");
        open.clock().advance(Duration.ofSeconds(6));
        Kept again = open.takeOne();
        assertThat(OpenInbox.text(again)).isEqualTo("a1");
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(open.takeTexts()).isEmpty();
        open.account().delivered(again);
        assertThat(open.takeTexts()).containsExactly("a2");
    }

    @Test
    void tells_when_there_may_be_something_to_take() {
        AtomicInteger told = new AtomicInteger();
        Runnable telling = told::incrementAndGet;
        open.account().onWaiting(telling);
        assertThat(told).hasValue(0);
        open.store("a1", "a");
        open.store("a2", "a");
        assertThat(told).hasValue(2);
        open.account().delivered(open.takeOne());
        assertThat(told).hasValue(3);
        open.account().returned(open.takeOne(), 1, open.now());
        assertThat(told).hasValue(4);
        open.account().notOnWaiting(() -> {});
        open.store("b", null);
        assertThat(told).as("only one's own ends").hasValue(5);
        open.account().notOnWaiting(telling);
        open.store("c", null);
        assertThat(told).hasValue(5);
        open.account().onWaiting(telling);
        assertThat(told).hasValue(6);
    }

    @Test
    void what_is_set_aside_waits_with_the_others_of_its_order_key_until_it_is_recalled() {
        open.store("a1", "a");
        open.store("a2", "a");
        open.store("b1", "b");
        open.store("c1", "c");
        List<Kept> first = open.account().take(2);
        assertThat(OpenInbox.texts(first)).containsExactly("a1", "b1");
        first.forEach(each -> open.account().setAside(each, Set.of("one", "other")));
        assertThat(open.account().waiting()).isEqualTo(4);
        Kept other = open.takeOne();
        assertThat(OpenInbox.text(other)).isEqualTo("c1");
        open.account().setAside(other, Set.of());
        assertThat(open.takeTexts()).isEmpty();

        assertThat(open.account().recall(takers -> takers.contains("other"), 1)).isTrue();
        Kept again = open.takeOne();
        assertThat(OpenInbox.text(again)).isEqualTo("a1");
        assertThat(open.takeTexts()).isEmpty();
        open.account().delivered(again);
        assertThat(open.takeTexts()).containsExactly("a2");
        assertThat(open.account().recall(takers -> takers.contains("one"), 10)).isFalse();
        assertThat(open.takeTexts()).containsExactly("b1");
        assertThat(open.account().recall(Set::isEmpty, 10)).isFalse();
        assertThat(open.takeTexts()).containsExactly("c1");
    }

    @Test
    void what_was_set_aside_waits_as_all_others_after_a_restart() {
        open.store("a1", "a");
        open.account().setAside(open.takeOne(), Set.of());
        open.reopen();
        assertThat(open.takeTexts()).containsExactly("a1");
    }

    @Test
    void what_waits_is_there_after_a_restart_with_its_attempts_and_no_doubt() {
        open.store("one", null);
        open.store("two", null);
        open.store("three", null);
        List<Kept> kept = open.account().take(2);
        open.account().delivered(kept.get(0));
        open.account().returned(kept.get(1), 4, open.now().plusSeconds(100));
        open.reopen();
        assertThat(open.account().waiting()).isEqualTo(2);
        List<Kept> again = open.account().take(10);
        assertThat(OpenInbox.texts(again)).containsExactly("two", "three");
        assertThat(again.get(0).attempts()).isEqualTo(4);
        assertThat(again.get(0).id()).isEqualTo(kept.get(1).id());
        assertThat(again).noneMatch(each -> each.incoming().possibleDuplicate());
    }

    @Test
    void what_was_stored_before_an_unclean_stop_is_a_possible_duplicate_from_then_on() {
        open.store("one", null);
        open.account().delivered(open.takeOne());
        open.crash(0);
        open.store("two", null);
        open.reopen();
        open.reopen();
        List<Kept> kept = open.account().take(10);
        assertThat(OpenInbox.texts(kept)).containsExactly("one", "two");
        assertThat(kept.get(0).incoming().possibleDuplicate()).isTrue();
        assertThat(kept.get(1).incoming().possibleDuplicate()).isFalse();
    }

    @Test
    void what_was_in_hand_at_an_orderly_end_is_a_possible_duplicate_and_nothing_else() {
        open.store("one", null);
        open.store("two", null);
        open.takeOne();
        open.reopen();
        open.reopen();
        List<Kept> kept = open.account().take(10);
        assertThat(kept.get(0).incoming().possibleDuplicate()).isTrue();
        assertThat(kept.get(1).incoming().possibleDuplicate()).isFalse();
    }

    @Test
    void refuses_what_is_beyond_its_capacity_with_words() {
        OpenInbox small = new OpenInbox(with(2, 1_000_000, 100));
        assertThat(small.store("one", null)).isNull();
        assertThat(small.store("two", null)).isNull();
        assertThat(small.store("three", null)).contains("capacity");
        small.account().delivered(small.takeOne());
        assertThat(small.store("four", null)).isNull();
        assertThat(small.inbox().counters())
                .containsEntry(InboxCounter.STORED, 3L)
                .containsEntry(InboxCounter.REFUSED_FULL, 1L)
                .containsEntry(InboxCounter.DELIVERED, 1L);
        OpenInbox narrow = new OpenInbox(with(100, 400, 100));
        assertThat(narrow.store("one", null)).isNull();
        assertThat(narrow.store("x".repeat(300), null)).contains("octets");
        narrow.reopen();
        assertThat(narrow.store("x".repeat(300), null)).contains("octets");
    }

    static InboxSettings with(int capacity, long octets, int deadLetters) {
        return new InboxSettings(
                capacity, octets, deadLetters, 1 << 20, 640, Duration.ofHours(48), 640, Duration.ofHours(72));
    }

    @Test
    void no_dead_letter_makes_room_for_another_and_that_is_told_and_counted() {
        OpenInbox small = new OpenInbox(with(100, 1_000_000, 2));
        small.bury("one");
        small.bury("two");
        assertThat(small.bury("three")).contains("2 dead letters").contains("discard");
        small.store("four", null);
        assertThat(small.account().bury(small.takeOne(), 7, "why")).isFalse();
        assertThat(small.inbox().counters()).containsEntry(InboxCounter.DEAD_LETTERS_REFUSED, 2L);
        small.inbox().tick();
        small.reopen();
        assertThat(small.account().deadLetters("", 10))
                .extracting(Stored::reference)
                .containsExactly("r-one", "r-two");
        Kept kept = small.takeOne();
        assertThat(OpenInbox.text(kept)).isEqualTo("four");
        assertThat(kept.attempts()).isEqualTo(7);

        assertThat(small.account().bury(kept, 8, "why")).isFalse();
        assertThat(small.takeTexts()).as("it rests").isEmpty();
        small.account().discard(small.account().deadLetters("", 1).get(0).id());
        small.clock().advance(Duration.ofMinutes(10));
        assertThat(small.account().bury(small.takeOne(), 9, "why")).isTrue();
        assertThat(small.account().deadLetterCount()).isEqualTo(2);
        assertThat(small.bury("five")).isNotNull();
    }

    @Test
    void dead_letters_are_bounded_in_octets_too_and_one_that_the_disk_refused_takes_no_room() {
        OpenInbox narrow = new OpenInbox(
                new InboxSettings(100, 1_000_000, 100, 700, 640, Duration.ofHours(48), 640, Duration.ofHours(72)));
        narrow.disk().full(true);
        assertThat(narrow.bury("x".repeat(200))).contains("full");
        narrow.disk().full(false);
        assertThat(narrow.bury("x".repeat(200))).isNull();
        assertThat(narrow.bury("x".repeat(200))).contains("octets");
        narrow.reopen();
        assertThat(narrow.bury("x".repeat(200))).contains("octets");
    }

    @Test
    void one_in_hand_becomes_a_dead_letter_and_waits_again_when_told_to() {
        open.store("a1", "a");
        open.store("a2", "a");
        Kept kept = open.takeOne();
        open.account().bury(kept, 10, "it always fails");
        assertThat(open.takeTexts()).containsExactly("a2");
        open.reopen();
        Stored dead = open.account().deadLetters("", 10).get(0);
        assertThat(dead.id()).isEqualTo(kept.id());
        assertThat(dead.reference()).isEqualTo("r-a1");
        assertThat(dead.attempts()).isEqualTo(10);
        assertThat(dead.reason()).isEqualTo("it always fails");
        assertThat(open.account().deadLetters(dead.id(), 10)).isEmpty();
        assertThat(open.account().deliverAgain(dead.id())).isTrue();
        assertThat(open.account().deliverAgain(dead.id())).isFalse();
        assertThat(open.account().deadLetterCount()).isZero();
        open.reopen();
        Kept again = open.takeOne();
        assertThat(OpenInbox.text(again)).isEqualTo("a1");
        assertThat(again.attempts()).isZero();
    }

    @Test
    void a_discarded_dead_letter_is_gone_and_an_id_that_is_none_is_no_longer_there() {
        open.bury("one");
        String id = open.account().deadLetters("", 1).get(0).id();
        assertThat(open.account().discard(id)).isTrue();
        assertThat(open.account().discard(id)).isFalse();
        assertThat(open.account().discard("what")).isFalse();
        assertThat(open.account().deliverAgain("")).isFalse();
        open.reopen();
        assertThat(open.account().deadLetterCount()).isZero();
    }

    @Test
    void a_full_or_failing_disk_is_told_and_nothing_of_it_is_kept() {
        open.disk().full(true);
        assertThat(open.store("one", null)).contains("outboxDirectory").contains("full");
        assertThat(open.bury("one")).contains("full");
        assertThat(open.account().waiting()).isZero();
        open.disk().full(false);
        assertThat(open.store("two", null)).isNull();
        open.disk().failing(true);
        assertThat(open.store("three", null)).contains("the disk fails");
        assertThat(open.takeTexts()).isEmpty();
        open.account().committed("c");
        open.inbox().tick();
        open.inbox().close();
        open.crash(0);
        assertThat(open.takeTexts()).containsExactly("two");
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
    }

    @Test
    void what_cannot_be_read_reaches_nobody_and_lets_the_next_go() {
        open.store("a1", "a");
        open.store("a2", "a");
        open.disk().put(2, new byte[] {9, 9});
        open.crash(0);
        assertThat(open.takeTexts()).containsExactly("a2");
    }

    @Test
    void one_that_cannot_be_read_when_it_is_to_be_delivered_is_a_dead_letter_and_delivered_once_it_can_be() {
        open.store("a1", "a");
        open.store("a2", "a");
        open.disk().unreadable(2, true);
        assertThat(open.takeTexts()).isEmpty();
        open.account().delivered(open.takeOne());
        assertThat(open.account().waiting()).as("the next one went").isZero();
        Stored dead = open.account().deadLetters("", 10).get(0);
        assertThat(dead.reason()).contains("cannot be read");
        assertThat(open.account().deadLetterCount()).isEqualTo(1);
        assertThat(open.inbox().counters()).containsEntry(InboxCounter.BURIED, 1L);
        assertThat(open.account().deliverAgain(dead.id())).isFalse();

        open.disk().unreadable(2, false);
        assertThat(open.account().deadLetters("", 10).get(0).reference()).isEqualTo("r-a1");
        assertThat(open.account().deliverAgain(dead.id())).isTrue();
        assertThat(open.takeTexts()).containsExactly("a1");
    }

    @Test
    void one_that_could_not_be_read_waits_again_after_a_restart_unless_it_was_discarded() {
        open.store("one", null);
        open.store("two", null);
        open.disk().unreadable(2, true);
        open.disk().unreadable(3, true);
        assertThat(open.takeTexts()).isEmpty();
        open.account().discard(open.account().deadLetters("", 1).get(0).id());
        open.disk().unreadable(2, false);
        open.disk().unreadable(3, false);
        open.reopen();
        assertThat(open.account().deadLetterCount()).isZero();
        assertThat(open.takeTexts()).containsExactly("two");
    }

    @Test
    void what_was_remembered_and_is_not_understood_may_have_been_committed() {
        open.account().committed("one");
        open.inbox().tick();
        long page = open.disk().entries().keySet().stream().max(Long::compare).orElseThrow();
        byte[] newer = open.disk().entries().get(page).clone();
        newer[1] = 99;
        open.inbox().close();
        open.disk().put(page, newer);
        open.reopen();
        assertThat(open.account().isCommitted("one")).isFalse();
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
    }

    @Test
    void finds_an_account_by_one_common_host_and_makes_one_of_two() {
        AccountKey one = new AccountKey("n", "s", Set.of("a:1"));
        AccountKey two = new AccountKey("n", "s", Set.of("b:1"));
        AccountKey both = new AccountKey("n", "s", Set.of("a:1", "b:1"));
        AccountInbox first = open.inbox().account(one);
        first.store(OpenInbox.incoming("one", null), failure -> {});
        first.committed("k1");
        AccountInbox second = open.inbox().account(two);
        second.store(OpenInbox.incoming("two", null), failure -> {});
        second.bury(OpenInbox.incoming("dead", null), 1, "why", failure -> {});
        second.committed("k2");
        assertThat(open.inbox().account(one)).isSameAs(first).isNotSameAs(second);
        assertThat(open.inbox().unattended()).isEmpty();
        open.reopen();
        assertThat(open.inbox().unattended()).containsExactlyInAnyOrder(one, two);
        AccountInbox joined = open.inbox().account(both);
        assertThat(open.inbox().unattended()).isEmpty();
        assertThat(joined.isCommitted("k1")).isTrue();
        assertThat(joined.isCommitted("k2")).isTrue();
        assertThat(joined.deadLetterCount()).isEqualTo(1);
        assertThat(OpenInbox.texts(joined.take(10))).containsExactly("one", "two");
        assertThat(open.inbox().account(one)).isSameAs(joined);
        assertThat(open.inbox().account(both)).isSameAs(joined);
        open.reopen();
        assertThat(open.inbox().account(both).isCommitted("k1")).isTrue();
        assertThat(open.inbox().account(both).isCommitted("k2")).isTrue();
    }
}
