package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.Direction;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.SubmitResult;

/** What an operator does with what is stored. */
class OutboxOperatorTest {
    private final OpenOutbox open = new OpenOutbox();
    private final Messages messages = open.messages();

    @Test
    void a_held_one_is_sent_again_or_cancelled_by_an_operator() throws Exception {
        String sent = open.submit(messages.hold());
        String cancelled = open.submit(messages.hold());
        for (Waiting taken : open.take()) {
            open.account().hold(open.write(taken), "no answer came");
        }
        open.kill();
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10))
                .extracting(Stored::id, Stored::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(sent, "no answer came"),
                        org.assertj.core.groups.Tuple.tuple(cancelled, "no answer came"));
        assertThat(open.outbox().settle(Messages.ACCOUNT, sent, Settle.SEND)).isTrue();
        assertThat(open.outbox().settle(Messages.ACCOUNT, cancelled, Settle.CANCEL))
                .isTrue();
        assertThat(open.outbox().settle(Messages.ACCOUNT, sent, Settle.SEND)).isFalse();
        assertThat(open.outbox().settle(Messages.ACCOUNT, cancelled, Settle.SEND))
                .isFalse();
        open.kill();
        SubmitResult result = open.account().takeResults(10).get(0);
        assertThat(result.submissionId()).isEqualTo(cancelled);
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.sent()).isEqualTo(Sent.MAYBE);
        Waiting taken = open.takeOne();
        assertThat(taken.message().submissionId()).isEqualTo(sent);
        assertThat(taken.maybeSent()).isTrue();
    }

    @Test
    void a_waiting_one_can_be_cancelled_and_one_in_hand_cannot() throws Exception {
        String inHand = open.submit(messages.next());
        Waiting taken = open.takeOne();
        String waiting = open.submit(messages.next());
        assertThat(open.outbox().settle(Messages.ACCOUNT, inHand, Settle.CANCEL))
                .isFalse();
        assertThat(open.outbox().settle(Messages.ACCOUNT, waiting, Settle.SEND)).isFalse();
        assertThat(open.outbox().settle(Messages.ACCOUNT, waiting, Settle.CANCEL))
                .isTrue();
        assertThat(open.takeIds()).isEmpty();
        SubmitResult result = open.account().takeResults(10).get(0);
        assertThat(result.submissionId()).isEqualTo(waiting);
        assertThat(result.sent()).isEqualTo(Sent.NOTHING);
        assertThat(result.reference()).isEqualTo("ref-" + waiting);
        open.account().settle(taken, Messages.accepted(taken.message()));
        assertThat(open.outbox().settle(Messages.ACCOUNT, inHand, Settle.CANCEL))
                .isFalse();
    }

    @Test
    void lists_by_id_page_by_page() throws Exception {
        for (int i = 0; i < 5; i++) {
            open.submit(messages.next());
        }
        List<Stored> first = open.outbox().list(Messages.ACCOUNT, Store.WAITING, "", 2);
        List<Stored> rest =
                open.outbox().list(Messages.ACCOUNT, Store.WAITING, first.get(1).id(), 10);
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(3);
        assertThat(rest.get(0).id()).isGreaterThan(first.get(1).id());
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.HELD, "", 10)).isEmpty();
        assertThat(open.outbox().list(Messages.ACCOUNT, Store.DEAD_LETTER, "", 10))
                .isEmpty();
    }

    @Test
    void a_pause_survives_a_restart() throws Exception {
        String id = open.submit(messages.next());
        open.outbox().pause(Messages.ACCOUNT, Direction.OUTBOUND);
        open.crash();
        assertThat(open.outbox().isPaused(Messages.ACCOUNT, Direction.OUTBOUND)).isTrue();
        assertThat(open.outbox().isPaused(Messages.ACCOUNT, Direction.INBOUND)).isFalse();
        assertThat(open.takeIds()).isEmpty();
        open.outbox().resume(Messages.ACCOUNT, Direction.OUTBOUND);
        open.crash();
        assertThat(open.outbox().isPaused(Messages.ACCOUNT, Direction.OUTBOUND)).isFalse();
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void a_drained_account_takes_nothing_and_sends_what_it_has() throws Exception {
        String id = open.submit(messages.next());
        open.outbox().drain(Messages.ACCOUNT);
        assertThatThrownBy(() -> open.submit(messages.next()))
                .isInstanceOfSatisfying(
                        SmppException.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(open.takeIds()).containsExactly(id);
        open.outbox().undrain(Messages.ACCOUNT);
        open.submit(messages.next());
    }
}
