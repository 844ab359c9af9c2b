package org.smppra.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.Outcome;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

class SentMessageTest {
    private static final String ID = "01JCZ0000000000000AB";

    @Test
    void an_accepted_submission_has_the_id_of_each_part() {
        SubmitResult result = SubmitResult.builder(ID, Outcome.ACCEPTED)
                .reference("order-1")
                .part(MessageId.of("1390125333"), CommandStatus.ESME_ROK)
                .part(MessageId.of("1390125334"), CommandStatus.ESME_ROK)
                .build();

        SentMessage message = SentMessage.of(result);

        assertThat(message.submissionId()).isEqualTo(ID);
        assertThat(message.reference()).isEqualTo("order-1");
        assertThat(message.state()).isEqualTo("ACCEPTED");
        assertThat(message.messageIds()).containsExactly("1390125333", "1390125334");
    }

    @Test
    void an_unknown_outcome_has_no_id() {
        SentMessage message =
                SentMessage.of(SubmitResult.builder(ID, Outcome.UNKNOWN).build());

        assertThat(message.state()).isEqualTo("UNKNOWN");
        assertThat(message.messageIds()).isEmpty();
    }
}
