package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.smppra.InvalidMessageException;
import org.smppra.OutboxFullException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;

/** Room, idempotency keys, time: what is bounded, and what happens at the bound. */
class OutboxBoundsTest {
    private static final OutboxSettings FOR_THREE = new OutboxSettings(
            Path.of("outbox"),
            3,
            1_000,
            Duration.ofHours(48),
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofDays(1));

    private OpenOutbox open = new OpenOutbox(FOR_THREE, new Bounds(4, 1 << 20, 3, 1_000_000));
    private final Messages messages = open.messages();

    private Submission submit(OutboxMessage message) throws SmppException {
        return open.outbox().submit(List.of(message)).get(0);
    }

    private void isFull() {
        assertThatThrownBy(() -> submit(messages.next())).isInstanceOfSatisfying(OutboxFullException.class, e -> {
            assertThat(e.sent()).isEqualTo(Sent.NOTHING);
            assertThat(e).hasMessageContaining("outboxCapacity");
        });
    }

    @Test
    void says_that_it_is_full_when_a_message_is_added_and_takes_all_or_none() throws Exception {
        Branch branch = open.outbox().begin();
        branch.add(List.of(messages.next(), messages.next()));
        assertThatThrownBy(() -> branch.add(List.of(messages.next(), messages.next())))
                .isInstanceOf(OutboxFullException.class);
        branch.add(List.of(messages.next()));
        isFull();
        branch.commit();
        assertThat(open.take()).hasSize(3);
        assertThat(open.outbox().counters()).containsEntry(OutboxCounter.FOUND_NO_ROOM, 2L);
    }

    @Test
    void room_is_free_again_after_a_rollback_a_result_and_a_cancellation() throws Exception {
        Branch branch = open.outbox().begin();
        branch.add(List.of(messages.next(), messages.next(), messages.next()));
        isFull();
        branch.rollback();
        submit(messages.next());
        submit(messages.inMemory());
        String cancelled = submit(messages.next()).submissionId();
        isFull();
        open.outbox().settle(Messages.ACCOUNT, cancelled, org.smppra.Settle.CANCEL);
        submit(messages.next());
        isFull();
        open.sendAll();
        submit(messages.next());
    }

    @Test
    void held_and_prepared_ones_need_room_also_after_a_restart() throws Exception {
        XaBranches xa = open.outbox().xa();
        Branch branch = xa.start(TestXid.of(1), XAResource.TMNOFLAGS, this);
        branch.add(List.of(messages.next(), messages.next()));
        xa.end(TestXid.of(1), XAResource.TMSUCCESS, this);
        xa.prepare(TestXid.of(1));
        submit(messages.hold());
        open.account().hold(open.write(open.takeOne()), "no answer");
        isFull();
        open.crash();
        isFull();
        open.outbox().xa().rollback(TestXid.of(1));
        submit(messages.next());
        submit(messages.next());
        isFull();
    }

    @Test
    void octets_are_bounded_too() {
        assertThatThrownBy(() -> submit(messages.parts(40, org.smppra.UnansweredPolicy.RESEND)))
                .isInstanceOf(OutboxFullException.class)
                .hasMessageContaining("outboxCapacityOctets");
    }

    @Test
    void one_transaction_is_bounded() throws Exception {
        open = new OpenOutbox(OpenOutbox.SETTINGS, new Bounds(4, 1 << 20, 3, 1_000));
        Branch branch = open.outbox().begin();
        assertThatThrownBy(() -> {
                    while (true) {
                        branch.add(List.of(open.messages().next()));
                    }
                })
                .isInstanceOfSatisfying(
                        SmppException.class, e -> assertThat(e.code()).isEqualTo("SMPP-TRANSACTION-TOO-LARGE"));
        branch.commit();
        assertThat(open.take()).isNotEmpty();
    }

    @Test
    void open_branches_are_bounded_and_old_ones_are_rolled_back() throws Exception {
        XaBranches xa = open.outbox().xa();
        for (int i = 0; i < 3; i++) {
            Branch branch = xa.start(TestXid.of(i), XAResource.TMNOFLAGS, new Object());
            branch.add(List.of(messages.next()));
        }
        assertThatThrownBy(() -> xa.start(TestXid.of(4), XAResource.TMNOFLAGS, this))
                .isInstanceOfSatisfying(
                        XAException.class, e -> assertThat(e.errorCode).isEqualTo(XAException.XAER_RMERR));
        isFull();
        open.clock().advance(Duration.ofHours(49));
        open.outbox().tick();
        submit(messages.next());
        xa.start(TestXid.of(4), XAResource.TMNOFLAGS, this);
        assertThat(open.outbox().counters()).containsEntry(OutboxCounter.ABANDONED, 3L);
    }

    @Test
    void a_transaction_that_nobody_ends_gives_its_room_back() throws Exception {
        Branch branch = open.outbox().begin();
        branch.add(List.of(messages.next(), messages.next(), messages.next()));
        open.clock().advance(Duration.ofHours(49));
        open.outbox().tick();
        submit(messages.next());
        assertThatThrownBy(branch::commit).isInstanceOf(SmppException.class);
    }

    @Test
    void a_repeat_is_the_first_submission_whatever_became_of_it() throws Exception {
        OutboxMessage message = messages.keyed("key", "content");
        Submission first = submit(message);
        assertThat(first.repeated()).isFalse();
        isRepeat(first, false);
        open.crash();
        isRepeat(first, false);
        open.sendAll();
        isRepeat(first, true);
        open.kill();
        isRepeat(first, true);
        assertThat(open.resultIds()).containsExactly(first.submissionId());
        open.account().resultDelivered(first.submissionId());
        isRepeat(first, true);
        open.kill();
        isRepeat(first, true);
        assertThat(open.resultIds()).isEmpty();
        assertThat(open.take()).isEmpty();
    }

    private void isRepeat(Submission first, boolean settled) throws SmppException {
        Submission again = submit(messages.keyed("key", "content"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.submissionId()).isEqualTo(first.submissionId());
        assertThat(again.reference()).isEqualTo(first.reference());
        assertThat(again.result().isPresent()).isEqualTo(settled);
        assertThatThrownBy(() -> submit(messages.keyed("key", "other content")))
                .isInstanceOfSatisfying(InvalidMessageException.class, e -> assertThat(e.field())
                        .isEqualTo("idempotencyKey"));
    }

    @Test
    void a_repeat_in_one_transaction_is_added_once() throws Exception {
        Branch branch = open.outbox().begin();
        List<Submission> added =
                branch.add(List.of(messages.keyed("key", "content"), messages.keyed("key", "content")));
        assertThat(added).extracting(Submission::repeated).containsExactly(false, true);
        assertThat(added.get(1).submissionId()).isEqualTo(added.get(0).submissionId());
        branch.commit();
        assertThat(open.take()).hasSize(1);
    }

    @Test
    void a_key_of_an_open_or_prepared_transaction_is_busy_and_free_after_its_rollback() throws Exception {
        XaBranches xa = open.outbox().xa();
        Branch branch = xa.start(TestXid.of(1), XAResource.TMNOFLAGS, this);
        branch.add(List.of(messages.keyed("key", "content")));
        isBusy();
        xa.end(TestXid.of(1), XAResource.TMSUCCESS, this);
        xa.prepare(TestXid.of(1));
        isBusy();
        open.crash();
        isBusy();
        open.outbox().xa().rollback(TestXid.of(1));
        assertThat(submit(messages.keyed("key", "content")).repeated()).isFalse();
    }

    private void isBusy() {
        assertThatThrownBy(() -> submit(messages.keyed("key", "content")))
                .isInstanceOfSatisfying(SmppException.class, e -> {
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.code()).isEqualTo("SMPP-IDEMPOTENCY-KEY-BUSY");
                });
    }

    @Test
    void a_key_is_forgotten_when_its_time_is_over() throws Exception {
        submit(messages.keyed("key", "content"));
        open.sendAll();
        open.resultIds().forEach(open.account()::resultDelivered);
        open.clock().advance(Duration.ofHours(23));
        open.outbox().tick();
        assertThat(submit(messages.keyed("key", "content")).repeated()).isTrue();
        open.clock().advance(Duration.ofHours(2));
        open.outbox().tick();
        assertThat(submit(messages.keyed("key", "other")).repeated()).isFalse();
        assertThat(open.disk().entries()).hasSize(1);
    }

    @Test
    void a_result_that_nobody_takes_is_forgotten_when_its_time_is_over() throws Exception {
        submit(messages.next());
        open.sendAll();
        open.clock().advance(Duration.ofHours(71));
        open.outbox().tick();
        assertThat(open.disk().entries()).hasSize(1);
        open.clock().advance(Duration.ofHours(2));
        open.outbox().tick();
        assertThat(open.disk().entries()).isEmpty();
        assertThat(open.resultIds()).isEmpty();
        assertThat(open.outbox().counters()).containsEntry(OutboxCounter.RESULTS_DROPPED, 1L);
    }

    @Test
    void settled_ones_are_bounded_in_count_the_newest_stay() throws Exception {
        for (int i = 0; i < 6; i++) {
            submit(messages.next());
            open.sendAll();
        }
        assertThat(open.resultIds()).hasSize(4).contains(messages.last());
        assertThat(open.disk().entries()).hasSize(4);
    }

    @Test
    void what_waits_too_long_where_nobody_sends_is_settled_and_reported() throws Exception {
        String old = submit(messages.next()).submissionId();
        String shortLived = submit(messages.valid(Duration.ofMinutes(5))).submissionId();
        open.clock().advance(Duration.ofMinutes(4));
        open.outbox().tick();
        assertThat(open.account().waiting()).isEqualTo(2);
        open.clock().advance(Duration.ofMinutes(1));
        open.outbox().tick();
        assertThat(open.account().takeResults(10))
                .extracting(SubmitResult::submissionId, SubmitResult::outcome, SubmitResult::reference)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(shortLived, Outcome.EXPIRED, "ref-" + shortLived));
        open.clock().advance(Duration.ofHours(48));
        open.outbox().tick();
        assertThat(open.resultIds()).containsExactly(old);
        assertThat(open.account().waiting()).isZero();
        assertThat(open.outbox().counters()).containsEntry(OutboxCounter.EXPIRED, 2L);
    }

    @Test
    void where_somebody_sends_it_takes_them_out_whatever_they_wait_for() throws Exception {
        open.account().attach(this, () -> {});
        String timed = submit(messages.valid(Duration.ofMinutes(5))).submissionId();
        Waiting taken = open.takeOne();
        open.account().retry(taken, open.now().plus(Duration.ofHours(1)), false, "later");
        open.outbox().pause(Messages.ACCOUNT, org.smppra.Direction.OUTBOUND);
        String paused = submit(messages.valid(Duration.ofMinutes(5))).submissionId();
        open.clock().advance(Duration.ofMinutes(5));
        open.outbox().tick();
        List<Waiting> expired = open.account().takeExpired(10, open.now());
        assertThat(OpenOutbox.ids(expired)).containsExactly(timed, paused);
        assertThat(open.account().takeExpired(10, open.now())).isEmpty();
        assertThat(open.account().waiting()).isEqualTo(2);
    }
}
