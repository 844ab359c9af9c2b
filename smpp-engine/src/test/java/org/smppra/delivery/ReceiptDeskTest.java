package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.receipt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.inbox.SentAs;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.profile.IdFormat;
import org.smppra.profile.Profile;

class ReceiptDeskTest {
    private static final CommandStatus OK = CommandStatus.ESME_ROK;
    private static final String OURS = "01K4ZX7M9Q0000000001";
    private static final SentAs AS = new SentAs(OURS, "order 4711", 2, 3);

    private final Inbox inbox = new Inbox(ReassemblySettings.DEFAULT);

    private Delivery taken(int index) {
        return inbox.taken().get(index);
    }

    @Test
    void one_that_a_listener_committed_is_acknowledged_at_once_and_reaches_nobody_again() {
        inbox.receive(receipt("1", "DELIVRD"));
        taken(0).committed();
        Sent again = inbox.receive(receipt("1", "DELIVRD"), 2);
        assertThat(again.answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);
        assertThat(inbox.count(DeliveryCounter.REPEATED)).isEqualTo(1);
    }

    @Test
    void one_equal_to_one_in_delivery_is_not_delivered_again_and_gets_its_outcome() {
        Sent first = inbox.receive(receipt("1", "DELIVRD"));
        Sent again = inbox.receive(receipt("1", "DELIVRD"), 2);
        assertThat(again.answers()).isEmpty();
        assertThat(inbox.taken()).hasSize(1);
        taken(0).committed();
        assertThat(first.answers()).containsExactly(OK);
        assertThat(again.answers()).containsExactly(OK);
        assertThat(inbox.memory().committed).hasSize(1);
    }

    @Test
    void both_are_refused_when_the_one_in_delivery_is() {
        Sent first = inbox.receive(receipt("1", "DELIVRD"));
        Sent again = inbox.receive(receipt("1", "DELIVRD"), 2);
        taken(0).refused(Inbox.REFUSED);
        assertThat(first.answers()).containsExactly(Inbox.REFUSED);
        assertThat(again.answers()).containsExactly(Inbox.REFUSED);
    }

    @Test
    void one_that_comes_again_after_a_refusal_is_delivered_and_no_duplicate() {
        inbox.receive(receipt("1", "DELIVRD"));
        taken(0).refused(Inbox.REFUSED);
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).hasSize(2).noneMatch(DeliveryReceipt::possibleDuplicate);
        taken(1).committed();
        assertThat(inbox.count(DeliveryCounter.REPEATED)).isZero();
    }

    @Test
    void one_whose_listener_committed_after_the_negative_answer_is_known_when_it_comes_again() {
        Sent first = inbox.receive(receipt("1", "DELIVRD"));
        inbox.pass(Inbox.ANSWER_TIMEOUT / Inbox.SECOND);
        assertThat(first.answers()).containsExactly(Inbox.REFUSED);
        taken(0).committed();
        assertThat(inbox.receive(receipt("1", "DELIVRD")).answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);
    }

    @Test
    void one_that_comes_again_after_the_negative_answer_while_its_listener_works_gets_the_outcome() {
        inbox.receive(receipt("1", "DELIVRD"));
        inbox.pass(Inbox.ANSWER_TIMEOUT / Inbox.SECOND);
        Sent again = inbox.receive(receipt("1", "DELIVRD"));
        taken(0).committed();
        assertThat(again.answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);
    }

    @Test
    void another_state_error_date_or_phone_is_another_receipt() {
        inbox.receive(receipt("id:1 stat:ENROUTE", Tlvs.empty()));
        inbox.receive(receipt("id:1 stat:UNDELIV", Tlvs.empty()));
        inbox.receive(receipt("id:1 stat:UNDELIV err:019", Tlvs.empty()));
        inbox.receive(receipt("id:1 stat:UNDELIV err:019 done date:2611230000", Tlvs.empty()));
        inbox.receive(receipt("id:1 stat:UNDELIV err:019 submit date:2611230000", Tlvs.empty()));
        inbox.receive(receipt("id:2 stat:ENROUTE", Tlvs.empty()));
        while (!inbox.taken().isEmpty()) {
            inbox.taken().remove(0).committed();
        }
        assertThat(inbox.memory().committed).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void receipts_that_name_no_message_are_all_delivered_however_equal() {
        for (int i = 0; i < 3; i++) {
            Sent sent = inbox.receive(receipt("stat:DELIVRD", Tlvs.empty()));
            taken(i).committed();
            assertThat(sent.answers()).containsExactly(OK);
        }
        assertThat(inbox.count(DeliveryCounter.REPEATED)).isZero();
    }

    @Test
    void what_is_not_remembered_after_an_unclean_stop_may_be_a_duplicate() {
        inbox.memory().mayHaveForgotten = true;
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).singleElement().matches(DeliveryReceipt::possibleDuplicate);
        taken(0).committed();
        assertThat(inbox.receive(receipt("1", "DELIVRD")).answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);
    }

    @Test
    void a_transient_state_after_a_committed_final_one_is_superseded() {
        inbox.receive(receipt("1", "DELIVRD"));
        taken(0).committed();
        inbox.receive(receipt("1", "ENROUTE"));
        assertThat(inbox.receipts()).extracting(DeliveryReceipt::superseded).containsExactly(false, true);
    }

    @Test
    void a_transient_state_that_waited_behind_the_final_one_is_superseded_once_that_is_committed() {
        inbox.receive(receipt("1", "DELIVRD"));
        inbox.receive(receipt("1", "ENROUTE"));
        assertThat(inbox.taken()).hasSize(1);
        taken(0).committed();
        assertThat(inbox.receipts()).extracting(DeliveryReceipt::superseded).containsExactly(false, true);
    }

    @Test
    void a_transient_state_behind_a_final_one_that_was_refused_is_not_superseded() {
        inbox.receive(receipt("1", "DELIVRD"));
        inbox.receive(receipt("1", "ENROUTE"));
        taken(0).refused(Inbox.REFUSED);
        assertThat(inbox.receipts()).extracting(DeliveryReceipt::superseded).containsExactly(false, false);
    }

    @Test
    void it_is_matched_by_the_id_and_gets_submission_reference_and_part() {
        inbox.sent("1", AS);
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.submissionId()).contains(OURS);
            assertThat(receipt.reference()).contains("order 4711");
            assertThat(receipt.partNumber()).isEqualTo(2);
            assertThat(receipt.partCount()).isEqualTo(3);
            assertThat(receipt.messageId().value()).isEqualTo("1");
        });
        assertThat(inbox.count(DeliveryCounter.UNMATCHED)).isZero();
    }

    @Test
    void without_a_reference_of_the_application_the_reference_is_the_submission_id() {
        inbox.sent("1", new SentAs(OURS, null, 1, 1));
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.reference())
                .contains(OURS));
    }

    @Test
    void hexadecimal_and_decimal_ids_are_the_same_both_ways_with_leading_zeros_or_without() {
        for (List<String> pair : List.of(
                List.of("0E999F21", "244948769"),
                List.of("244948769", "e999f21"),
                List.of("0e999F21", "E999F21"),
                List.of("38601fa", "0059113978"),
                List.of("0059113978", "038601FA"))) {
            Inbox each = new Inbox(ReassemblySettings.DEFAULT);
            each.sent(pair.get(0), AS);
            each.receive(receipt(pair.get(1), "DELIVRD"));
            assertThat(each.receipts().get(0).submissionId()).as("%s", pair).contains(OURS);
        }
    }

    @Test
    void where_ids_are_as_they_are_only_capitals_and_leading_zeros_make_no_difference() {
        Profile asIs =
                Profile.named("generic").toBuilder().idFormat(IdFormat.AS_IS).build();
        Inbox each = new Inbox(ReassemblySettings.DEFAULT, asIs);
        each.sent("e999f21", AS);
        each.receive(receipt("0E999F21", "DELIVRD"));
        each.receive(receipt("244948769", "DELIVRD"));
        assertThat(each.receipts().get(0).submissionId()).contains(OURS);
        assertThat(each.receipts().get(1).submissionId()).isEmpty();
    }

    private static String submissionId(Inbox inbox, int index) {
        return inbox.receipts().get(index).submissionId().orElse("");
    }

    /** Decimal 10 is hexadecimal a; hexadecimal 10 is another message. */
    @Test
    void where_it_is_known_which_way_ids_are_converted_none_is_taken_for_another_messages() {
        SentAs a = new SentAs("01K4ZX7M9Q000000000A", null, 1, 1);
        Inbox hex = new Inbox(
                ReassemblySettings.DEFAULT,
                Profile.named("generic").toBuilder()
                        .idFormat(IdFormat.HEX_IN_ANSWER)
                        .build());
        hex.sent("10", AS);
        hex.sent("A", a);
        hex.receive(receipt("0010", "DELIVRD"));
        hex.receive(receipt(
                "id:0016 stat:DELIVRD", Tlvs.empty().with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("10\0"))));
        hex.receive(receipt("a", "DELIVRD")); // no decimal number
        assertThat(submissionId(hex, 0)).isEqualTo(a.submissionId());
        assertThat(submissionId(hex, 1)).isEqualTo(OURS);
        Inbox decimal = new Inbox(
                ReassemblySettings.DEFAULT,
                Profile.named("generic").toBuilder()
                        .idFormat(IdFormat.DECIMAL_IN_ANSWER)
                        .build());
        decimal.sent("10", AS);
        decimal.sent("16", a);
        decimal.receive(receipt("10", "DELIVRD"));
        decimal.receive(receipt("A", "DELIVRD"));
        assertThat(submissionId(decimal, 0)).isEqualTo(a.submissionId());
        assertThat(submissionId(decimal, 1)).isEqualTo(OURS);
    }

    /** The application's reference may look like an id of ours. */
    @Test
    void what_was_noted_of_a_message_wins_over_a_reference_that_only_looks_like_our_id() {
        String alleged = "ABCDEFGHJKMNPQRSTVWX";
        inbox.sent("1", new SentAs(OURS, alleged, 1, 1));
        inbox.sent("e999f21", new SentAs(OURS, alleged + "YZ", 1, 1));
        inbox.receive(receipt("id:1 stat:DELIVRD text:" + alleged, Tlvs.empty()));
        inbox.receive(receipt("id:244948769 stat:DELIVRD text:" + alleged, Tlvs.empty()));
        assertThat(submissionId(inbox, 0)).isEqualTo(OURS);
        assertThat(submissionId(inbox, 1)).isEqualTo(OURS);
        assertThat(inbox.receipts().get(1).reference()).contains(alleged + "YZ");
        inbox.sent("10", AS);
        inbox.receive(receipt("id:16 stat:DELIVRD text:" + alleged, Tlvs.empty())); // only a form, and it contradicts
        assertThat(submissionId(inbox, 2)).isEqualTo(alleged);
    }

    @Test
    void the_whole_reference_of_the_parameter_wins_and_one_that_is_another_messages_is_not_matched() {
        Inbox gateway = new Inbox(ReassemblySettings.DEFAULT, Profile.named("gatewayapi"));
        gateway.sent("1", AS);
        gateway.receive(receipt("id:1 stat:ENROUTE text:order 4", Tlvs.empty()));
        gateway.receive(receipt(
                "id:0x1 stat:DELIVRD text:another",
                Tlvs.empty()
                        .with(Tlv.RECEIPTED_MESSAGE_ID.tag(), Octets.ofLatin1("01\0"))
                        .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("another reference, and long"))));
        assertThat(gateway.receipts().get(0).reference()).contains("order 4711");
        assertThat(gateway.receipts().get(1).reference()).contains("another reference, and long");
        assertThat(gateway.receipts().get(1).submissionId()).isEmpty();
    }

    @Test
    void one_that_overtook_the_answer_waits_for_it_and_is_matched() {
        inbox.submitsAreUnderWay();
        Sent sent = inbox.receive(receipt("1", "ENROUTE"));
        Sent last = inbox.receive(receipt("1", "DELIVRD"), 2);
        assertThat(inbox.taken()).isEmpty();
        inbox.sent("1", AS);
        inbox.answersAreThere();
        taken(0).committed();
        taken(1).committed();
        assertThat(inbox.receipts()).extracting(DeliveryReceipt::stateText).containsExactly("ENROUTE", "DELIVRD");
        assertThat(inbox.receipts())
                .allSatisfy(receipt -> assertThat(receipt.submissionId()).contains(OURS));
        assertThat(sent.answers()).containsExactly(OK);
        assertThat(last.answers()).containsExactly(OK);
        assertThat(inbox.count(DeliveryCounter.PARKED)).isEqualTo(2);
    }

    @Test
    void one_that_could_go_on_waits_behind_the_one_of_its_message_that_came_before() {
        inbox.submitsAreUnderWay();
        inbox.receive(receipt("1", "ENROUTE"));
        inbox.sent("1", AS);
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.taken()).isEmpty();
        inbox.answersAreThere();
        taken(0).committed();
        assertThat(inbox.receipts()).extracting(DeliveryReceipt::stateText).containsExactly("ENROUTE", "DELIVRD");
    }

    @Test
    void one_that_no_answer_is_awaited_for_or_that_says_whose_it_is_does_not_wait() {
        inbox.receive(receipt("1", "DELIVRD"));
        assertThat(inbox.taken()).hasSize(1);
        inbox.submitsAreUnderWay();
        inbox.receive(
                receipt("id:2 stat:DELIVRD", Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(OURS))));
        assertThat(inbox.taken()).hasSize(2);
        inbox.receive(receipt("stat:DELIVRD", Tlvs.empty()));
        assertThat(inbox.taken()).hasSize(3);
        assertThat(inbox.count(DeliveryCounter.PARKED)).isZero();
        assertThat(inbox.count(DeliveryCounter.UNMATCHED)).isEqualTo(2);
    }

    @Test
    void one_that_waits_goes_on_in_time_although_no_answer_came() {
        inbox.submitsAreUnderWay();
        inbox.receive(receipt("1", "DELIVRD"));
        inbox.pass(4);
        assertThat(inbox.taken()).isEmpty();
        inbox.pass(1);
        assertThat(inbox.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.submissionId())
                .isEmpty());
        inbox.answersAreThere();
        assertThat(inbox.taken()).hasSize(1);
    }

    @Test
    void one_that_comes_again_while_it_waits_is_delivered_once_and_both_are_answered() {
        inbox.submitsAreUnderWay();
        Sent first = inbox.receive(receipt("1", "DELIVRD"));
        Sent again = inbox.receive(receipt("1", "DELIVRD"), 2);
        inbox.answersAreThere();
        assertThat(inbox.taken()).hasSize(1);
        taken(0).committed();
        assertThat(first.answers()).containsExactly(OK);
        assertThat(again.answers()).containsExactly(OK);
    }

    @Test
    void those_that_wait_are_bounded_and_the_next_goes_on_at_once() {
        inbox.submitsAreUnderWay();
        for (int i = 0; i < 1_000; i++) {
            inbox.receive(receipt("a" + i, "ENROUTE"));
        }
        assertThat(inbox.taken()).isEmpty();
        inbox.receive(receipt("one more", "ENROUTE"));
        assertThat(inbox.taken()).hasSize(1);
        assertThat(inbox.count(DeliveryCounter.PARKED_FULL)).isEqualTo(1);
        inbox.receive(receipt("a7", "DELIVRD")); // now that before it went on, and there is room
        assertThat(inbox.receipts().get(1).messageId().value()).isEqualTo("a7");
        taken(1).committed();
        inbox.answersAreThere();
        assertThat(inbox.receipts())
                .hasSize(1_002)
                .filteredOn(receipt -> receipt.messageId().value().equals("a7"))
                .extracting(DeliveryReceipt::stateText)
                .containsExactly("ENROUTE", "DELIVRD");
    }

    @Test
    void one_that_waits_holds_up_no_host_that_unbinds() {
        inbox.submitsAreUnderWay();
        Sent one = inbox.receive(receipt("1", "DELIVRD"), 1);
        Sent other = inbox.receive(receipt("2", "DELIVRD"), 2);
        inbox.leave(1);
        assertThat(one.answers()).containsExactly(Inbox.REFUSED);
        assertThat(other.answers()).isEmpty();
        inbox.answersAreThere();
        assertThat(inbox.taken()).hasSize(1);
        inbox.receive(receipt("1", "DELIVRD"), 2);
        assertThat(inbox.taken()).hasSize(2);
    }
}
