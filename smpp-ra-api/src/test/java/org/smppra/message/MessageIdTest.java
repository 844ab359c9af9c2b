package org.smppra.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdTest {
    /** Pairs of an id in submit_sm_resp and in the receipt, as users of other stacks met them. */
    @ParameterizedTest
    @CsvSource({
        "0e999f21, E999F21",
        "E999F21, 0e999f21",
        "4D19C83C, 1293535292",
        "1293535292, 4d19c83c",
        "0059113978, 38601fa",
        "38601FA, 59113978",
        "0000436949, 6aad5"
    })
    void an_id_is_known_in_the_other_form_that_a_receipt_gives_it(String answered, String received) {
        assertThat(MessageId.of(received).forms())
                .containsAnyElementsOf(MessageId.of(answered).forms());
    }

    @Test
    void the_id_as_it_came_is_the_first_form() {
        assertThat(MessageId.of("0059113978").forms()).startsWith("0059113978");
    }

    @ParameterizedTest
    @CsvSource({"74e02ee1-4e2f-4a6e-a78b-4b247d756a22", "Ab_9", "''", "\u0661\u0662"})
    void an_id_that_is_no_number_has_no_other_form(String id) {
        assertThat(MessageId.of(id).forms()).containsExactly(id);
    }

    @Test
    void zero_stays_a_number() {
        assertThat(MessageId.of("000").forms()).containsExactlyInAnyOrder("000", "0");
    }
}
