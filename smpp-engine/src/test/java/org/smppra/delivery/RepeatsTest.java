package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.ANSWER_TIMEOUT;
import static org.smppra.delivery.Inbox.REFUSED;
import static org.smppra.delivery.Inbox.SECOND;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

/** What has no id, and a listener that is slower than the answer may be. */
class RepeatsTest {
    private static final CommandStatus OK = CommandStatus.ESME_ROK;

    private final Inbox inbox = new Inbox(ReassemblySettings.DEFAULT);

    enum Kind {
        MESSAGE(Inbox.message(0, 0, Octets.ofLatin1("Yes"), Tlvs.empty())),
        RECEIPT_WITHOUT_ID(Inbox.receipt("stat:DELIVRD err:000", Tlvs.empty()));

        private final DeliverSm pdu;

        Kind(DeliverSm pdu) {
            this.pdu = pdu;
        }
    }

    private void passTheAnswerTimeout() {
        inbox.pass(ANSWER_TIMEOUT / SECOND);
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_again_while_its_listener_is_still_at_work_gets_the_same_answer(Kind kind) {
        Sent late = inbox.receive(kind.pdu);
        passTheAnswerTimeout();
        assertThat(late.answers()).containsExactly(REFUSED);
        Sent again = inbox.receive(kind.pdu);
        passTheAnswerTimeout();
        assertThat(again.answers()).containsExactly(REFUSED);
        Sent andAgain = inbox.receive(kind.pdu);
        assertThat(inbox.taken()).hasSize(1);

        inbox.taken().get(0).committed();
        assertThat(andAgain.answers()).containsExactly(OK);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_committed_late_is_acknowledged_when_it_comes_again_and_only_once(Kind kind) {
        inbox.receive(kind.pdu);
        passTheAnswerTimeout();
        inbox.taken().get(0).committed();
        Sent again = inbox.receive(kind.pdu);
        assertThat(again.answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);

        inbox.receive(kind.pdu);
        assertThat(inbox.taken()).as("a new one of equal content").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void an_equal_one_that_comes_while_the_first_is_in_time_is_another(Kind kind) {
        inbox.receive(kind.pdu);
        inbox.receive(kind.pdu);
        assertThat(inbox.taken()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void what_came_over_a_link_that_is_gone_comes_again_over_another(Kind kind) {
        inbox.receive(kind.pdu, 1);
        inbox.lose(1);
        Sent again = inbox.receive(kind.pdu, 2);
        assertThat(inbox.taken()).hasSize(1);
        inbox.taken().get(0).committed();
        assertThat(again.answers()).containsExactly(OK);
    }

    @ParameterizedTest
    @EnumSource
    void a_link_that_only_unbinds_still_carries_the_answer(Kind kind) {
        Sent sent = inbox.receive(kind.pdu, 1);
        inbox.leave(1);
        inbox.taken().get(0).committed();
        assertThat(sent.answers()).containsExactly(OK);
    }

    @ParameterizedTest
    @EnumSource
    void what_its_listener_failed_at_after_all_is_delivered_when_it_comes_again(Kind kind) {
        inbox.receive(kind.pdu);
        passTheAnswerTimeout();
        inbox.taken().get(0).refused(REFUSED);
        inbox.receive(kind.pdu);
        assertThat(inbox.taken()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void what_did_not_come_again_for_long_is_not_awaited_any_more(Kind kind) {
        inbox.receive(kind.pdu);
        passTheAnswerTimeout();
        inbox.taken().get(0).committed();
        inbox.skip(Duration.ofNanos(Repeats.LONGEST));
        inbox.receive(kind.pdu);
        assertThat(inbox.taken()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void after_an_end_that_was_not_orderly_it_may_be_a_duplicate(Kind kind) {
        inbox.memory().mayHaveForgotten = true;
        inbox.receive(kind.pdu);
        assertThat(inbox.taken().get(0).value().possibleDuplicate()).isTrue();
    }
}
