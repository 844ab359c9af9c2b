package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.ReceivedMessage;
import org.smppra.message.Address;
import org.smppra.message.MessageId;

/** How closely a filter means a delivery. */
class DeliveryFilterTest {
    private static final Address HANDSET = Address.international("4512345678");
    private static final Address OURS = Address.international("1204");

    private static Delivered receipt(String reference) {
        return DeliveryReceipt.builder(MessageId.of("1"), MessageState.DELIVERED)
                .from(HANDSET)
                .to(OURS)
                .reference(reference)
                .build();
    }

    private static int match(String reference, String destination, Delivered value) {
        return new DeliveryFilter(reference, destination).match(value);
    }

    @Test
    void without_a_condition_all_match_with_no_character() {
        assertThat(match(null, null, receipt("a"))).isZero();
        assertThat(match(null, null, ReceivedMessage.builder(HANDSET, OURS).build()))
                .isZero();
    }

    @Test
    void a_reference_matches_from_its_beginning_letter_for_letter() {
        assertThat(match("ord", null, receipt("order"))).isEqualTo(3);
        assertThat(match("order", null, receipt("order"))).isEqualTo(5);
        assertThat(match("orders", null, receipt("order"))).isEqualTo(DeliveryFilter.NONE);
        assertThat(match("Ord", null, receipt("order"))).isEqualTo(DeliveryFilter.NONE);
        assertThat(match("der", null, receipt("order"))).isEqualTo(DeliveryFilter.NONE);
        assertThat(match("a", null, receipt(null))).isEqualTo(DeliveryFilter.NONE);
    }

    @Test
    void the_destination_of_a_receipt_is_its_handset_and_of_a_message_the_number_it_came_to() {
        Delivered message = ReceivedMessage.builder(HANDSET, OURS).build();
        assertThat(match(null, "45", receipt("a"))).isEqualTo(2);
        assertThat(match(null, "12", receipt("a"))).isEqualTo(DeliveryFilter.NONE);
        assertThat(match(null, "12", message)).isEqualTo(2);
        assertThat(match(null, "45", message)).isEqualTo(DeliveryFilter.NONE);
    }

    @Test
    void a_plus_counts_neither_here_nor_there() {
        Delivered plus = DeliveryReceipt.builder(MessageId.of("1"), MessageState.DELIVERED)
                .from(Address.of(1, 1, "+4512345678"))
                .build();
        assertThat(match(null, "+45", receipt("a"))).isEqualTo(2);
        assertThat(match(null, "45", plus)).isEqualTo(2);
        assertThat(match(null, "+45", plus)).isEqualTo(2);
    }

    @Test
    void both_must_match_and_count_together() {
        assertThat(match("ord", "4512", receipt("order"))).isEqualTo(7);
        assertThat(match("ord", "46", receipt("order"))).isEqualTo(DeliveryFilter.NONE);
        assertThat(match("x", "45", receipt("order"))).isEqualTo(DeliveryFilter.NONE);
    }
}
