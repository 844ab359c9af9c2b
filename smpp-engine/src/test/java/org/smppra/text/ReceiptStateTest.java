package org.smppra.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.MessageState;

class ReceiptStateTest {

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED,SCHEDULED",
        "ENROUTE,ENROUTE",
        "DELIVRD,DELIVERED",
        "DELIVERED,DELIVERED",
        "EXPIRED,EXPIRED",
        "DELETED,DELETED",
        "UNDELIV,UNDELIVERABLE",
        "UNDELIVERABLE,UNDELIVERABLE",
        "ACCEPTD,ACCEPTED",
        "ACCEPTED,ACCEPTED",
        "UNKNOWN,UNKNOWN",
        "INVALID,UNKNOWN",
        "REJECTD,REJECTED",
        "REJECTED,REJECTED",
        "SKIPPED,SKIPPED",
        "delivrd,DELIVERED",
        "' DELIVRD ',DELIVERED"
    })
    void reads_words(String word, MessageState state) {
        assertThat(ReceiptState.ofWord(word)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FAILED", "ACKED", "BUFFRED", "BARRED", "ZEROBAL", "DND_REJECTED", "DELIVRDX"})
    void calls_words_that_smpp_does_not_have_other(String word) {
        assertThat(ReceiptState.ofWord(word)).isEqualTo(MessageState.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,OTHER",
        "0,SCHEDULED",
        "1,ENROUTE",
        "2,DELIVERED",
        "3,EXPIRED",
        "4,DELETED",
        "5,UNDELIVERABLE",
        "6,ACCEPTED",
        "7,UNKNOWN",
        "8,REJECTED",
        "9,SKIPPED",
        "10,OTHER",
        "255,OTHER"
    })
    void reads_numbers(int number, MessageState state) {
        assertThat(ReceiptState.ofNumber(number)).isEqualTo(state);
    }
}
