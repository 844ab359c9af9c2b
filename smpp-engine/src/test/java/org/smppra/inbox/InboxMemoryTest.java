package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        assertThat(open.account().mayHaveForgotten(open.now().plus(Duration.ofMinutes(9))))
                .isTrue();
        assertThat(open.account().mayHaveForgotten(open.now().plus(Duration.ofMinutes(11))))
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
