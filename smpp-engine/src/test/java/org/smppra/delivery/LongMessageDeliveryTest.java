package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.delivery.Inbox.REFUSED;
import static org.smppra.delivery.Inbox.part;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.ReceivedMessage;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

class LongMessageDeliveryTest {
    private static final CommandStatus OK = CommandStatus.ESME_ROK;

    private final Inbox inbox = new Inbox(ReassemblySettings.DEFAULT);

    @Test
    void parts_in_any_order_are_one_message_and_acknowledged_only_when_it_is_settled() {
        Sent third = inbox.receive(part(7, 3, 3, "c"));
        Sent first = inbox.receive(part(7, 3, 1, "a"));
        assertThat(inbox.taken()).isEmpty();
        Sent second = inbox.receive(part(7, 3, 2, "b"));

        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("abc");
            assertThat(message.incomplete()).isFalse();
            assertThat(message.from()).isEqualTo(Inbox.PHONE);
            assertThat(message.to()).isEqualTo(Inbox.SHOP);
            assertThat(message.userData()).isEqualTo(Octets.ofLatin1("abc"));
            assertThat(message.userDataHeader()).isEmpty();
        });
        assertThat(List.of(first, second, third))
                .allSatisfy(sent -> assertThat(sent.answers()).isEmpty());
        inbox.taken().get(0).committed();
        assertThat(List.of(first, second, third))
                .allSatisfy(sent -> assertThat(sent.answers()).containsExactly(OK));
    }

    @Test
    void a_refusal_of_the_whole_refuses_every_part_and_the_next_round_begins_anew() {
        Sent first = inbox.receive(part(7, 2, 1, "a"));
        Sent second = inbox.receive(part(7, 2, 2, "b"));
        inbox.taken().remove(0).refused(REFUSED);
        assertThat(first.answers()).containsExactly(REFUSED);
        assertThat(second.answers()).containsExactly(REFUSED);

        inbox.receive(part(7, 2, 2, "b"));
        assertThat(inbox.taken()).isEmpty();
        Sent again = inbox.receive(part(7, 2, 1, "a"));
        inbox.taken().remove(0).committed();
        assertThat(again.answers()).containsExactly(OK);
    }

    @Test
    void a_part_that_cannot_wait_longer_is_refused_and_its_repeat_answered_like_the_whole() {
        Sent first = inbox.receive(part(7, 2, 1, "a"));
        inbox.pass(19);
        assertThat(first.answers()).isEmpty();
        inbox.pass(1);
        assertThat(first.answers()).containsExactly(REFUSED);

        // Its content stayed: the other part makes the whole.
        Sent second = inbox.receive(part(7, 2, 2, "b"));
        assertThat(inbox.messages().get(0).text()).contains("ab");
        Sent repeat = inbox.receive(part(7, 2, 1, "a"));
        assertThat(inbox.taken()).hasSize(1);
        inbox.taken().get(0).committed();
        assertThat(second.answers()).containsExactly(OK);
        assertThat(repeat.answers()).containsExactly(OK);
        // And once more, after it was settled.
        assertThat(inbox.receive(part(7, 2, 2, "b")).answers()).containsExactly(OK);
        assertThat(inbox.taken()).hasSize(1);
    }

    @Test
    void each_part_is_answered_within_its_own_time_while_the_listener_is_at_work() {
        Sent first = inbox.receive(part(7, 2, 1, "a"));
        inbox.pass(15);
        Sent second = inbox.receive(part(7, 2, 2, "b"));
        inbox.pass(5);
        assertThat(first.answers()).containsExactly(REFUSED);
        assertThat(second.answers()).isEmpty();
        inbox.taken().get(0).committed();
        assertThat(second.answers()).containsExactly(OK);
        assertThat(inbox.receive(part(7, 2, 1, "a")).answers()).containsExactly(OK);
    }

    @Test
    void a_repeated_part_replaces_nothing_and_is_answered_like_the_first() {
        Sent first = inbox.receive(part(7, 2, 1, "a"));
        Sent repeat = inbox.receive(part(7, 2, 1, "a"));
        inbox.receive(part(7, 2, 2, "b"));
        assertThat(inbox.messages()).hasSize(1);
        inbox.taken().get(0).committed();
        assertThat(first.answers()).containsExactly(OK);
        assertThat(repeat.answers()).containsExactly(OK);
        assertThat(inbox.due()).isZero();
    }

    @Test
    void a_part_with_other_content_begins_another_message_and_loses_none() {
        Sent old = inbox.receive(part(7, 2, 1, "old"));
        inbox.receive(part(7, 2, 1, "new"));
        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("old");
            assertThat(message.incomplete()).isTrue();
        });
        inbox.taken().remove(0).committed();
        assertThat(old.answers()).containsExactly(OK);
        inbox.receive(part(7, 2, 2, "er"));
        assertThat(inbox.messages().get(0).text()).contains("newer");
    }

    @Test
    void a_reference_may_be_used_again_for_the_next_message() {
        inbox.receive(part(7, 2, 1, "a"));
        inbox.receive(part(7, 2, 2, "b"));
        inbox.taken().remove(0).committed();
        Sent next = inbox.receive(part(7, 2, 1, "c"));
        assertThat(next.answers()).isEmpty();
        inbox.receive(part(7, 2, 2, "d"));
        assertThat(inbox.messages().get(0).text()).contains("cd");
        assertThat(inbox.messages().get(0).deduplicationKey()).isNotEmpty();
    }

    @Test
    void what_came_is_delivered_as_incomplete_when_the_time_is_over() {
        inbox.receive(part(7, 3, 3, "c"));
        inbox.receive(part(7, 3, 1, "a"));
        inbox.pass(299);
        assertThat(inbox.taken()).isEmpty();
        Sent repeat = inbox.receive(part(7, 3, 3, "c"));
        inbox.pass(1);
        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("ac");
            assertThat(message.incomplete()).isTrue();
        });
        inbox.taken().get(0).committed();
        assertThat(repeat.answers()).containsExactly(OK);
        assertThat(inbox.receive(part(7, 3, 1, "a")).answers()).containsExactly(OK);
    }

    @Test
    void what_came_is_refused_when_the_time_is_over_where_that_is_set() {
        Inbox strict = new Inbox(new ReassemblySettings(10, 10_000, 10 * Inbox.SECOND, false));
        Sent part = strict.receive(part(7, 2, 1, "a"));
        strict.pass(10);
        assertThat(part.answers()).containsExactly(REFUSED);
        assertThat(strict.taken()).isEmpty();
        strict.receive(part(7, 2, 2, "b"));
        assertThat(strict.taken()).isEmpty();
    }

    @Test
    void above_a_bound_the_oldest_incomplete_one_is_given_up() {
        Inbox small = new Inbox(new ReassemblySettings(2, 10_000, 300 * Inbox.SECOND, true));
        small.receive(part(1, 2, 1, "first"));
        small.receive(part(2, 2, 1, "second"));
        assertThat(small.taken()).isEmpty();
        small.receive(part(3, 2, 1, "third"));
        assertThat(small.messages().stream().map(m -> m.text().orElseThrow())).containsExactly("first");
        small.receive(part(2, 2, 2, "!"));
        assertThat(small.messages().get(1).text()).contains("second!");

        Inbox narrow = new Inbox(new ReassemblySettings(100, 120 + 2 * MessagePart.OBJECTS, 300 * Inbox.SECOND, true));
        narrow.receive(part(1, 2, 1, "x".repeat(50)));
        narrow.receive(part(2, 2, 1, "y".repeat(50)));
        assertThat(narrow.taken()).isEmpty();
        narrow.receive(part(3, 2, 1, "z".repeat(50)));
        assertThat(narrow.messages().get(0).text()).contains("x".repeat(50));
        assertThat(narrow.messages().get(0).incomplete()).isTrue();
    }

    @Test
    void parts_of_a_link_that_leaves_are_refused_and_their_content_stays() {
        Sent overA = inbox.receive(part(7, 2, 1, "a"), 1);
        Sent other = inbox.receive(part(8, 2, 1, "x"), 2);
        inbox.leave(1);
        assertThat(overA.answers()).containsExactly(REFUSED);
        assertThat(other.answers()).isEmpty();
        Sent overB = inbox.receive(part(7, 2, 2, "b"), 2);
        Sent repeat = inbox.receive(part(7, 2, 1, "a"), 2);
        inbox.taken().get(0).committed();
        assertThat(overB.answers()).containsExactly(OK);
        assertThat(repeat.answers()).containsExactly(OK);
    }

    @Test
    void a_whole_that_waits_for_a_listener_is_refused_when_a_link_of_its_parts_leaves() {
        inbox.deliveries().remove(inbox);
        Sent overA = inbox.receive(part(7, 2, 1, "a"), 1);
        Sent overB = inbox.receive(part(7, 2, 2, "b"), 2);
        inbox.leave(1);
        assertThat(overA.answers()).containsExactly(REFUSED);
        assertThat(overB.answers()).containsExactly(REFUSED);
    }

    @Test
    void optional_parameters_number_parts_too() {
        inbox.receive(sar(0xABCD, 2, 2, "b"));
        inbox.receive(sar(0xABCD, 2, 1, "a"));
        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("ab");
            assertThat(message.tlvs().contains(0x0201)).isTrue();
            assertThat(message.tlvs().contains(0x020C)).isFalse();
        });
    }

    private static DeliverSm sar(int reference, int total, int number, String text) {
        Tlvs tlvs = Tlvs.empty()
                .with(0x0201, Octets.ofHex("01"))
                .with(0x020C, Octets.ofHex(String.format("%04x", reference)))
                .with(0x020E, Octets.ofHex(String.format("%02x", total)))
                .with(0x020F, Octets.ofHex(String.format("%02x", number)));
        return Inbox.message(0, 0, Octets.ofLatin1(text), tlvs);
    }

    @Test
    void references_of_8_and_16_bits_other_totals_and_other_senders_do_not_mix() {
        inbox.receive(part(7, 2, 1, "a"));
        inbox.receive(Inbox.message(0x40, 0, Octets.ofHex("06080400070202" + "62"), Tlvs.empty()));
        inbox.receive(part(7, 3, 2, "c"));
        DeliverSm whole = part(7, 2, 2, "d");
        inbox.receive(new DeliverSm(
                "", Inbox.SHOP, Inbox.PHONE, 0x40, 0, 0, "", "", 0, 0, 0, 0, whole.shortMessage(), Tlvs.empty()));
        assertThat(inbox.taken()).isEmpty();
        inbox.receive(part(7, 2, 2, "b"));
        assertThat(inbox.messages()).singleElement().satisfies(message -> assertThat(message.text())
                .contains("ab"));
    }

    @Test
    void a_number_that_makes_no_part_leaves_a_message_that_stands_alone() {
        inbox.receive(part(7, 2, 0, "zero"));
        inbox.receive(part(7, 2, 3, "three"));
        inbox.receive(part(7, 1, 1, "one"));
        assertThat(inbox.messages().stream().map(m -> m.text().orElseThrow())).containsExactly("zero", "three", "one");
        assertThat(inbox.messages()).noneMatch(ReceivedMessage::incomplete);
        assertThat(inbox.messages().get(0).userDataHeader()).contains(Octets.ofHex("0003070200"));
    }

    @Test
    void other_elements_of_the_first_part_stay_with_the_whole() {
        inbox.receive(Inbox.message(0x40, 4, Octets.ofHex("0b05040b8423f00003070201" + "01"), Tlvs.empty()));
        inbox.receive(Inbox.message(0x40, 4, Octets.ofHex("0b05040b8423f00003070202" + "02"), Tlvs.empty()));
        assertThat(inbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.userDataHeader()).contains(Octets.ofHex("05040b8423f0"));
            assertThat(message.userData()).isEqualTo(Octets.ofHex("0102"));
            assertThat(message.text()).isEmpty();
            assertThat(message.dataCoding()).isEqualTo(DataCoding.BINARY);
        });
    }

    @Test
    void more_answers_than_the_bound_are_refused_at_once() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(inbox.receive(part(7, 2, 1, "a")).answers()).isEmpty();
        }
        assertThat(inbox.receive(part(7, 2, 1, "a")).answers()).containsExactly(REFUSED);
        assertThat(inbox.receive(part(7, 2, 2, "b")).answers()).containsExactly(REFUSED);
        inbox.pass(20);
        assertThat(inbox.due()).isZero();
        inbox.receive(part(7, 2, 2, "b"));
        assertThat(inbox.messages().get(0).text()).contains("ab");
    }

    @Test
    void the_same_message_has_the_same_key_when_it_comes_again_in_another_order() {
        inbox.receive(part(7, 2, 1, "a"));
        inbox.receive(part(7, 2, 2, "b"));
        Delivery first = inbox.taken().remove(0);
        first.refused(REFUSED);
        inbox.receive(part(7, 2, 2, "b"));
        inbox.receive(part(7, 2, 1, "a"));
        assertThat(inbox.messages().get(0).deduplicationKey())
                .isEqualTo(first.value().deduplicationKey());
    }
}
