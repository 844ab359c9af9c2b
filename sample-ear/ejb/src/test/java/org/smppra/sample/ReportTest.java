package org.smppra.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.ReceiptError;
import org.smppra.message.MessageId;

class ReportTest {
    private static final DeliveryReceipt RECEIPT = DeliveryReceipt.builder(
                    MessageId.of("1390125333"), MessageState.UNDELIVERABLE)
            .stateText("UNDELIV")
            .isFinal(true)
            .reference("user_message_reference")
            .submittedAt(Instant.parse("2020-11-18T11:45:00Z"))
            .doneAt(Instant.parse("2020-11-18T11:45:00Z"))
            .error(ReceiptError.of("019", 0x1013, List.of("absent subscriber", "another meaning")))
            .text("id:1390125333 … stat:UNDELIV err:019")
            .build();

    @Test
    void keeps_what_the_receipt_says() {
        Report report = new Report(RECEIPT);

        assertThat(report.messageId()).isEqualTo("1390125333");
        assertThat(report.state()).isEqualTo("UNDELIVERABLE");
        assertThat(report.stateText()).isEqualTo("UNDELIV");
        assertThat(report.isFinal()).isTrue();
        assertThat(report.reference()).contains("user_message_reference");
        assertThat(report.doneAt()).contains(Instant.parse("2020-11-18T11:45:00Z"));
        assertThat(report.text()).isEqualTo(RECEIPT.text());
    }

    @Test
    void keeps_the_error_with_all_its_meanings() {
        ReceiptError error = new Report(RECEIPT).error().orElseThrow();

        assertThat(error.text()).isEqualTo("019");
        assertThat(error.code()).hasValue(0x1013);
        assertThat(error.meanings()).containsExactly("absent subscriber", "another meaning");
    }

    @Test
    void an_error_without_code_and_meaning_stays_one() {
        Report report = new Report(RECEIPT.toBuilder()
                .error(ReceiptError.of("x1", null, List.of()))
                .build());

        assertThat(report.error().orElseThrow().code()).isEmpty();
        assertThat(report.error().orElseThrow().meanings()).isEmpty();
    }

    @Test
    void a_word_that_no_column_holds_is_cut_and_not_refused() {
        Report report =
                new Report(RECEIPT.toBuilder().reference("r".repeat(300)).build());

        assertThat(report.reference().orElseThrow()).hasSize(255);
    }
}
