package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered, over restarts and beyond its bounds. */
class InboxMemoryTest {
    private static final SentAs WITH_REFERENCE = new SentAs("00000000000000000001", "order-1", 2, 3);
    private static final SentAs WITHOUT = new SentAs("00000000000000000002", null, 1, 1);

    private final OpenInbox open = new OpenInbox();

    @Test
    void remembers_receipts_finals_and_what_was_sent_over_an_orderly_restart() {
        open.account().committed("receipt");
        open.account().ended("final");
        open.account().sent("id-1", WITHOUT);
        open.account().sent("id-1", WITH_REFERENCE);
        open.account().sent("id-2", WITHOUT);
        for (int i = 0; i < 3; i++) {
            assertThat(open.account().isCommitted("receipt")).isTrue();
            assertThat(open.account().isCommitted("final")).isFalse();
            assertThat(open.account().isEnded("final")).isTrue();
            assertThat(open.account().isEnded("id-1")).isFalse();
            assertThat(open.account().sentAs(List.of("unknown", "id-1"))).isEqualTo(WITH_REFERENCE);
            assertThat(open.account().sentAs(List.of("id-2"))).isEqualTo(WITHOUT);
            assertThat(open.account().sentAs(List.of("unknown"))).isNull();
            assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
            open.reopen();
        }
    }

    @Test
    void what_a_tick_wrote_outlives_a_crash() {
        open.account().committed("one");
        open.inbox().tick();
        open.account().committed("two");
        open.crash(0);
        assertThat(open.account().isCommitted("one")).isTrue();
        assertThat(open.account().isCommitted("two")).isFalse();
    }

    @Test
    void may_have_forgotten_for_two_days_after_a_crash_also_over_orderly_restarts() {
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
        open.crash(0);
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
        open.clock().advance(Duration.ofHours(47));
        open.reopen();
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
        open.clock().advance(Duration.ofHours(2));
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
        open.reopen();
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
    }

    @Test
    void what_is_old_is_forgotten_on_disk_too_and_counts_not_as_forgotten() {
        for (int i = 0; i < 100; i++) {
            open.account().committed("receipt " + i);
            open.account().sent("id " + i, WITHOUT);
        }
        open.inbox().tick();
        open.clock().advance(Duration.ofHours(49));
        assertThat(open.account().isCommitted("receipt 5")).isFalse();
        assertThat(open.account().sentAs(List.of("id 5"))).isEqualTo(WITHOUT);
        open.inbox().tick();
        open.clock().advance(Duration.ofHours(24));
        open.inbox().tick();
        assertThat(open.account().sentAs(List.of("id 5"))).isNull();
        assertThat(open.disk().entries()).as("only the mark").hasSize(1);
        assertThat(open.inbox().counters()).containsEntry(InboxCounter.FORGOTTEN, 0L);
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
    }

    @Test
    void the_oldest_make_room_and_that_is_counted_and_said() {
        for (int i = 0; i < 700; i++) {
            open.account().committed("receipt " + i);
        }
        assertThat(open.account().isCommitted("receipt 0")).isFalse();
        assertThat(IntStream.range(70, 700)).allMatch(i -> open.account().isCommitted("receipt " + i));
        long forgotten = open.inbox().counters().get(InboxCounter.FORGOTTEN);
        assertThat(forgotten).isBetween(60L, 70L);
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
        open.reopen();
        assertThat(open.account().mayHaveForgotten(open.now().plus(Duration.ofHours(48))))
                .as("as long as it would be remembered")
                .isTrue();
        assertThat(open.account()
                        .mayHaveForgotten(open.now().plus(Duration.ofHours(48)).plusSeconds(2)))
                .isFalse();
        assertThat(IntStream.range(70, 700)).allMatch(i -> open.account().isCommitted("receipt " + i));
    }

    @Test
    void a_trickle_takes_few_entries_of_the_journal() {
        for (int i = 0; i < 600; i++) {
            open.account().committed("receipt " + i);
            open.inbox().tick();
        }
        assertThat(open.disk().entries()).hasSizeLessThan(100);
        open.crash(0);
        assertThat(IntStream.range(0, 600)).allMatch(i -> open.account().isCommitted("receipt " + i));
    }

    @Test
    void what_a_full_disk_refused_is_written_when_there_is_room() {
        open.disk().full(true);
        open.account().committed("one");
        open.inbox().tick();
        open.disk().full(false);
        open.account().committed("two");
        open.inbox().tick();
        open.crash(0);
        assertThat(open.account().isCommitted("one")).isTrue();
        assertThat(open.account().isCommitted("two")).isTrue();
    }

    @Test
    void an_end_on_a_full_disk_that_loses_what_was_remembered_is_not_an_orderly_one() {
        open.account().committed("one");
        open.disk().full(true);
        open.reopen();
        assertThat(open.account().isCommitted("one")).isFalse();
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
    }

    @Test
    void one_that_is_too_long_to_be_remembered_may_have_been_committed() {
        open.account().sent("x".repeat(70_000), WITHOUT);
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
        open.account().committed("x".repeat(70_000));
        assertThat(open.account().mayHaveForgotten(open.now().plus(Duration.ofHours(47))))
                .isTrue();
    }

    @Test
    void when_listeners_are_left_at_work_what_is_not_remembered_may_be_committed_then_also_after_an_orderly_end() {
        open.account().committed("one");
        open.account().leftAtWork();
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
        open.reopen();
        assertThat(open.account().isCommitted("one")).isTrue();
        open.clock().advance(Duration.ofHours(47));
        assertThat(open.account().mayHaveForgotten(open.now())).isTrue();
        open.clock().advance(Duration.ofHours(1));
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
    }

    @Test
    void without_a_disk_what_came_before_it_began_may_have_been_committed_for_two_days() {
        AccountInbox account = new MemoryInbox(OpenInbox.SETTINGS, open.clock()).account(OpenInbox.ACCOUNT);
        account.committed("one");
        assertThat(account.mayHaveForgotten(open.now())).isTrue();
        open.clock().advance(Duration.ofHours(47));
        assertThat(account.mayHaveForgotten(open.now())).isTrue();
        open.clock().advance(Duration.ofHours(1));
        assertThat(account.mayHaveForgotten(open.now())).isFalse();
    }

    @Test
    void knows_since_when_listeners_refuse_one_over_a_restart_and_a_kill_until_one_takes_it() {
        Instant first = open.now().truncatedTo(ChronoUnit.SECONDS);
        open.account().refused("one", open.now());
        open.account().refused("two", open.now());
        open.clock().advance(Duration.ofHours(30));
        open.reopen();
        assertThat(open.account().refused("one", open.now())).isEqualTo(first);
        open.account().noLongerRefused("two");
        open.inbox().tick();
        open.clock().advance(Duration.ofHours(10));
        open.crash(0);
        assertThat(open.account().refused("one", open.now())).isEqualTo(first);
        assertThat(open.account().refused("two", open.now())).isEqualTo(open.now());
        open.clock().advance(Duration.ofHours(9));
        assertThat(open.account().refused("one", open.now()))
                .as("no provider sends it again for so long")
                .isEqualTo(open.now());
    }

    @Test
    void knows_of_more_than_a_provider_keeps_and_counts_those_that_it_forgets() {
        Instant first = open.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 99_000; i++) {
            open.account().refused("r" + i, open.now());
        }
        open.clock().advance(Duration.ofHours(1));
        assertThat(IntStream.range(0, 25_000))
                .allMatch(i -> open.account().refused("r" + i, open.now()).equals(first));
        assertThat(open.inbox().counters()).containsEntry(InboxCounter.REFUSALS_FORGOTTEN, 0L);
        for (int i = 99_000; i < 101_000; i++) {
            open.account().refused("r" + i, open.now());
        }
        open.inbox().tick();
        long forgotten = open.inbox().counters().get(InboxCounter.REFUSALS_FORGOTTEN);
        assertThat(forgotten).isBetween(1_000L, 1_600L);
        assertThat(open.account().refused("r0", open.now())).isEqualTo(open.now());
        assertThat(open.inbox().counters()).containsEntry(InboxCounter.FORGOTTEN, 0L);
        assertThat(open.account().mayHaveForgotten(open.now())).isFalse();
    }

    @Test
    void without_a_disk_it_remembers_and_stores_nothing() {
        AccountInbox account = new MemoryInbox(OpenInbox.SETTINGS, open.clock()).account(OpenInbox.ACCOUNT);
        assertThat(account.isDurable()).isFalse();
        account.committed("one");
        account.sent("id", WITHOUT);
        assertThat(account.isCommitted("one")).isTrue();
        assertThat(account.sentAs(List.of("id"))).isEqualTo(WITHOUT);
        List<String> told = new ArrayList<>();
        account.store(OpenInbox.incoming("x", null), told::add);
        account.bury(OpenInbox.incoming("x", null), 1, "why", told::add);
        assertThat(told).hasSize(2).allMatch(why -> why.startsWith("acknowledge: needs outboxDirectory"));
    }
}
