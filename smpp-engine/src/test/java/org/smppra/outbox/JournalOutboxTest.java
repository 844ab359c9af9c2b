package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smppra.Outcome;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.message.MessageId;

class JournalOutboxTest {
    private final OpenOutbox open = new OpenOutbox();
    private final Messages messages = open.messages();

    @Test
    void what_was_submitted_comes_out_as_it_was_before_and_after_a_restart() throws Exception {
        OutboxMessage message = messages.with(
                Messages.ACCOUNT,
                "key",
                "content",
                2,
                "destination",
                UnansweredPolicy.HOLD,
                true,
                Duration.ofHours(1),
                3);
        open.submit(message);
        Waiting taken = open.takeOne();
        assertThat(taken.message()).isEqualTo(message);
        assertThat(taken.attempts()).isZero();
        assertThat(taken.maybeSent()).isFalse();
        assertThat(taken.accepted()).containsExactly(null, null, null);
        open.crash();
        assertThat(open.takeOne().message()).isEqualTo(message);
    }

    @Test
    void is_on_disk_when_submit_returns() throws Exception {
        long before = open.disk().forces();
        String id = open.submit(messages.next());
        assertThat(open.disk().forces()).isEqualTo(before + 1);
        open.crash();
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void nothing_of_an_open_transaction_is_seen_and_nothing_is_on_disk() throws Exception {
        Branch branch = open.outbox().begin();
        String id = branch.add(List.of(messages.next())).get(0).submissionId();
        assertThat(open.takeIds()).isEmpty();
        assertThat(open.account().waiting()).isZero();
        assertThat(open.outbox().find(Messages.ACCOUNT, id)).isEmpty();
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.WAITING, "", 10)).isEmpty();
        assertThat(open.disk().entries()).isEmpty();
        branch.commit();
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void a_rolled_back_transaction_leaves_nothing_behind() throws Exception {
        Branch branch = open.outbox().begin();
        branch.add(List.of(messages.keyed("key", "content"), messages.next()));
        branch.rollback();
        branch.rollback();
        assertThat(open.takeIds()).isEmpty();
        assertThatThrownBy(() -> branch.add(List.of(messages.next()))).isInstanceOf(SmppException.class);
        assertThatThrownBy(branch::commit).isInstanceOf(SmppException.class);
        assertThat(open.outbox()
                        .submit(List.of(messages.keyed("key", "other")))
                        .get(0)
                        .repeated())
                .isFalse();
        assertThat(open.disk().entries()).hasSize(1);
    }

    @Test
    void a_settled_one_never_comes_out_again_and_its_result_is_kept_until_somebody_took_it() throws Exception {
        String id = open.submit(messages.next());
        open.sendAll();
        assertThat(open.account().waiting()).isZero();
        assertThat(open.outbox().find(Messages.ACCOUNT, id).orElseThrow().result())
                .hasValueSatisfying(result -> assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED));
        open.kill();
        assertThat(open.takeIds()).isEmpty();
        SubmitResult result = open.account().takeResults(10).get(0);
        assertThat(result.submissionId()).isEqualTo(id);
        assertThat(result.reference()).isEqualTo("ref-" + id);
        assertThat(result.messageId()).isEqualTo(MessageId.of("smsc-" + id + "-0"));
        assertThat(open.account().takeResults(10)).isEmpty();
        open.account().resultReturned(id);
        assertThat(open.resultIds()).containsExactly(id);
        open.account().resultDelivered(id);
        open.kill();
        assertThat(open.resultIds()).isEmpty();
        assertThat(open.outbox().find(Messages.ACCOUNT, id)).isEmpty();
        assertThat(open.disk().entries()).isEmpty();
    }

    @Test
    void a_result_in_the_hand_of_a_listener_at_a_restart_is_offered_again() throws Exception {
        String id = open.submit(messages.next());
        open.sendAll();
        assertThat(open.resultIds()).containsExactly(id);
        open.kill();
        assertThat(open.resultIds()).containsExactly(id);
    }

    @Test
    void who_waits_for_results_is_told() throws Exception {
        List<String> told = new ArrayList<>();
        open.submit(messages.next());
        open.account().onResults(() -> told.add("told"));
        assertThat(told).isEmpty();
        open.sendAll();
        assertThat(told).containsExactly("told");
        open.account().onResults(() -> told.add("told of what was there"));
        assertThat(told).containsExactly("told", "told of what was there");
    }

    @Test
    void after_a_crash_what_may_be_sent_again_is_and_says_so_if_that_was_written() throws Exception {
        String written = open.submit(messages.next());
        open.write(open.takeOne());
        String unwritten = open.submit(messages.next());
        open.kill();
        List<Waiting> taken = open.take();
        assertThat(OpenOutbox.ids(taken)).containsExactly(written, unwritten);
        assertThat(taken.get(0).maybeSent()).isTrue();
        assertThat(taken.get(1).maybeSent()).isFalse();
        open.account().writing(taken);
        assertThat(open.outbox().counters()).containsEntry(OutboxCounter.SENT_AGAIN, 1L);
    }

    @Test
    void what_says_so_goes_with_the_last_of_them() throws Exception {
        open.submit(messages.next());
        open.submit(messages.next());
        List<Waiting> taken = open.take();
        open.account().writing(taken);
        assertThat(open.disk().entries()).hasSize(3);
        open.account().settle(taken.get(0), Messages.accepted(taken.get(0).message()));
        assertThat(open.disk().entries()).hasSize(3);
        open.kill();
        assertThat(open.disk().entries()).hasSize(3);
        open.sendAll();
        assertThat(open.disk().entries()).hasSize(2);
    }

    @Test
    void one_that_must_not_be_sent_twice_is_marked_on_disk_before_and_held_after_a_crash() throws Exception {
        String id = open.submit(messages.hold());
        open.submit(messages.hold());
        Waiting taken = open.takeOne();
        long before = open.disk().forces();
        open.write(taken);
        assertThat(open.disk().forces()).isEqualTo(before + 1);
        open.crash();
        assertThat(open.takeIds()).containsExactly(messages.last());
        assertThat(open.account().held()).isEqualTo(1);
        Stored held = open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10).get(0);
        assertThat(held.id()).isEqualTo(id);
        assertThat(held.reference()).isEqualTo("ref-" + id);
        assertThat(held.reason()).contains("no answer is known");
        assertThat(held.attempts()).isEqualTo(1);
    }

    @Test
    void one_that_surely_was_not_taken_is_not_held_after_a_crash() throws Exception {
        String id = open.submit(messages.hold());
        Waiting taken = open.write(open.takeOne());
        open.account().retry(taken, open.now(), false, "throttled");
        open.kill();
        assertThat(open.takeIds()).containsExactly(id);
        assertThat(open.account().held()).isZero();
    }

    @Test
    void what_cannot_be_marked_is_not_to_be_written() throws Exception {
        String id = open.submit(messages.hold());
        Waiting taken = open.takeOne();
        open.disk().failing(true);
        assertThatThrownBy(() -> open.write(taken))
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("outboxDirectory");
        open.crash();
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void parts_that_were_accepted_are_known_after_a_restart() throws Exception {
        open.submit(messages.parts(3, UnansweredPolicy.RESEND));
        Waiting taken = open.write(open.takeOne());
        open.account().accepted(taken, 1, MessageId.of("two"));
        assertThat(taken.accepted()).containsExactly(null, MessageId.of("two"), null);
        open.kill();
        Waiting again = open.takeOne();
        assertThat(again.accepted()).containsExactly(null, MessageId.of("two"), null);
        assertThat(again.maybeSent()).isTrue();
        open.account().retry(again, open.now(), true, "no answer");
        assertThat(open.takeOne().accepted()).containsExactly(null, MessageId.of("two"), null);
    }

    @Test
    void one_that_is_put_back_waits_for_its_time_and_counts_its_attempts() throws Exception {
        String id = open.submit(messages.next());
        Waiting taken = open.write(open.takeOne());
        open.account().retry(taken, open.now().plusSeconds(10), true, "no answer");
        assertThat(open.takeIds()).isEmpty();
        assertThat(open.account().nextDueAt())
                .isEqualTo(open.now().plusSeconds(10).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        open.clock().advance(Duration.ofSeconds(10));
        Waiting again = open.takeOne();
        assertThat(again.message().submissionId()).isEqualTo(id);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.maybeSent()).isTrue();
    }

    @Test
    void something_else_that_settles_one_keeps_it_from_being_written() throws Exception {
        OutboxMessage message = messages.next();
        open.submit(message);
        Waiting taken = open.takeOne();
        assertThat(open.account().settle(message.submissionId(), Messages.accepted(message)))
                .isTrue();
        assertThat(open.account().writing(List.of(taken))).isEmpty();
        open.account().retry(taken, open.now(), false, "throttled");
        open.account().hold(taken, "no answer");
        assertThat(open.account().settle(message.submissionId(), Messages.accepted(message)))
                .isFalse();
        assertThat(open.account().settle("unknown", Messages.accepted(message))).isFalse();
        assertThat(open.takeIds()).isEmpty();
        assertThat(open.account().held()).isZero();
        assertThat(open.resultIds()).containsExactly(message.submissionId());
    }

    @Test
    void what_was_written_without_an_answer_is_found_by_its_id() throws Exception {
        String waiting = open.submit(messages.next());
        open.account().retry(open.write(open.takeOne()), open.now(), true, "no answer");
        String held = open.submit(messages.hold());
        open.account().hold(open.write(open.account().take(2, open.now()).get(1)), "no answer");
        String fresh = open.submit(messages.next());
        assertThat(open.account().unanswered(waiting)).isNotNull();
        assertThat(open.account().unanswered(held).message().submissionId()).isEqualTo(held);
        assertThat(open.account().unanswered(fresh)).isNull();
        assertThat(open.account().unanswered("unknown")).isNull();
    }

    @Test
    void one_dispatcher_at_a_time_and_the_next_takes_over() throws Exception {
        List<String> told = new ArrayList<>();
        Object first = new Object();
        Object second = new Object();
        assertThat(open.account().attach(first, () -> told.add("first"))).isTrue();
        assertThat(open.account().attach(second, () -> told.add("second"))).isFalse();
        told.clear();
        String id = open.submit(messages.next());
        assertThat(told).containsExactly("first");
        assertThat(open.takeIds()).containsExactly(id);
        open.account().detach(first);
        assertThat(told).containsExactly("first", "second");
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void a_dispatcher_that_ends_leaves_what_it_had_in_hand_but_what_must_not_be_sent_twice_is_held() throws Exception {
        Object dispatcher = new Object();
        open.account().attach(dispatcher, () -> {});
        String written = open.submit(messages.next());
        String marked = open.submit(messages.hold());
        String unwritten = open.submit(messages.hold());
        List<Waiting> taken = open.take();
        open.account().writing(taken.subList(0, 2));
        open.account().detach(dispatcher);
        assertThat(open.account().waiting()).isEqualTo(2);
        assertThat(open.account().held()).isEqualTo(1);
        List<Waiting> again = open.take();
        assertThat(OpenOutbox.ids(again)).containsExactlyInAnyOrder(written, unwritten);
        open.kill();
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10))
                .extracting(Stored::id)
                .contains(marked);
    }

    @Test
    void messages_in_memory_leave_like_the_others_and_do_not_survive() throws Exception {
        OutboxMessage message = messages.inMemory();
        open.submit(message);
        assertThat(open.disk().entries()).isEmpty();
        Waiting taken = open.write(open.takeOne());
        assertThat(taken.message()).isEqualTo(message);
        open.account().retry(taken, open.now(), true, "no answer");
        open.account().hold(open.write(open.takeOne()), "no answer");
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10))
                .extracting(Stored::reason)
                .containsExactly("no answer");
        open.outbox().settle(Messages.ACCOUNT, message.submissionId(), Settle.SEND);
        open.sendAll();
        assertThat(open.disk().entries()).isEmpty();
        assertThat(open.resultIds()).containsExactly(message.submissionId());
        open.submit(messages.inMemory());
        open.kill();
        assertThat(open.takeIds()).isEmpty();
    }

    @Test
    void order_is_kept_over_a_restart() throws Exception {
        String first = open.submit(messages.ordered("a", UnansweredPolicy.HOLD));
        String second = open.submit(messages.ordered("a"));
        open.write(open.takeOne());
        open.kill();
        assertThat(open.takeIds()).isEmpty(); // the first one is held
        open.outbox().settle(Messages.ACCOUNT, first, Settle.SEND);
        open.sendAll();
        assertThat(open.resultIds()).containsExactly(first, second);
    }

    @Test
    void accounts_do_not_see_each_other_and_one_that_nobody_attends_is_named() throws Exception {
        AccountKey other = new AccountKey("default", "user", Set.of("c.example:2775"));
        open.submit(messages.of(other));
        assertThat(open.takeIds()).isEmpty();
        assertThat(open.outbox().unattended()).containsExactly(other);
        open.outbox().account(other).attach(this, () -> {});
        assertThat(open.outbox().unattended()).isEmpty();
        assertThat(OpenOutbox.ids(open.outbox().account(other).take(10, open.now())))
                .containsExactly(messages.last());
    }

    @Test
    void an_account_whose_hosts_changed_is_the_same_one_and_may_turn_out_to_be_two_in_one() throws Exception {
        AccountKey a = new AccountKey("default", "user", Set.of("a.example:2775"));
        AccountKey c = new AccountKey("default", "user", Set.of("c.example:2775"));
        AccountKey both = new AccountKey("default", "user", Set.of("a.example:2775", "c.example:2775"));
        String ofA = open.submit(messages.of(a));
        String ofC = open.submit(messages.of(c));
        String heldOfC = open.submit(messages.of(c));
        open.outbox()
                .account(c)
                .hold(open.outbox().account(c).take(2, open.now()).get(1), "why not");
        open.kill();
        assertThat(OpenOutbox.ids(open.outbox().account(both).take(10, open.now())))
                .containsExactly(ofA, ofC);
        assertThat(open.outbox().list(both, Store.HELD, "", 10))
                .extracting(Stored::id)
                .containsExactly(heldOfC);
        assertThat(open.outbox().account(both).key()).isEqualTo(both);
    }

    @Test
    void the_oldest_that_waits_is_known() throws Exception {
        assertThat(open.account().oldestWaitingAt()).isNull();
        open.submit(messages.hold());
        open.account().hold(open.write(open.takeOne()), "no answer");
        open.clock().advance(Duration.ofSeconds(1));
        open.submit(messages.next());
        assertThat(open.account().oldestWaitingAt().toEpochMilli())
                .isEqualTo(open.now().toEpochMilli());
    }
}
