package org.smppra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.message.CommandStatus;

class RecordingSmppTest {
    private final RecordingSmpp smpp = new RecordingSmpp();
    private final SmppConnection connection = smpp.getConnection();

    private static ShortMessage message(String number) {
        return ShortMessage.to(number).text("hello").build();
    }

    @Test
    void records_what_is_submitted_and_accepts_it() throws SmppException {
        ShortMessage message = message("4512345678");
        Submission submission = connection.submit(message);

        assertThat(smpp.submitted()).containsExactly(message);
        assertThat(submission.submissionId()).hasSize(20).isASCII();
        assertThat(submission.reference()).isEqualTo(submission.submissionId());
        assertThat(submission.result().orElseThrow().outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(submission.result().orElseThrow().messageId().value()).matches("[1-9][0-9]{9}");
    }

    @Test
    void the_applications_reference_is_kept() throws SmppException {
        assertThat(connection
                        .submit(message("45").toBuilder().reference("order 7").build())
                        .reference())
                .isEqualTo("order 7");
    }

    @Test
    void submission_ids_are_unique_and_sort_in_the_order_of_submit() throws SmppException {
        assertThat(List.of(
                        connection.submit(message("1")).submissionId(),
                        connection.submit(message("2")).submissionId(),
                        connection.submit(message("3")).submissionId()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_refusal_is_a_SubmitRejectedException_with_the_status() {
        smpp.next(Outcome.REFUSED, CommandStatus.ESME_RTHROTTLED);
        SubmitRejectedException refused =
                catchThrowableOfType(SubmitRejectedException.class, () -> connection.submit(message("45")));
        assertThat(refused.result().status()).contains(CommandStatus.ESME_RTHROTTLED);
        assertThat(refused.sent()).isEqualTo(Sent.NOTHING);
        assertThat(smpp.submitted()).isEmpty();
    }

    @Test
    void an_unknown_outcome_may_have_left() {
        smpp.next(Outcome.UNKNOWN);
        SubmitOutcomeUnknownException unknown =
                catchThrowableOfType(SubmitOutcomeUnknownException.class, () -> connection.submitNow(message("45")));
        assertThat(unknown.sent()).isEqualTo(Sent.MAYBE);
        assertThat(smpp.submitted()).hasSize(1);
    }

    @Test
    void each_decided_outcome_is_for_one_submit() throws SmppException {
        smpp.next(Outcome.UNAVAILABLE).next(Outcome.INVALID);
        assertThatThrownBy(() -> connection.submit(message("45"))).isInstanceOf(GatewayUnavailableException.class);
        assertThatThrownBy(() -> connection.submit(message("45"))).isInstanceOf(InvalidMessageException.class);
        assertThat(connection.submit(message("45")).result()).isPresent();
    }

    @Test
    void many_are_answered_in_order_without_an_exception() throws SmppException {
        smpp.next(Outcome.ACCEPTED).next(Outcome.INVALID);
        assertThat(connection.submitAll(List.of(message("1"), message("2"), message("3"))))
                .extracting(submission -> submission.result().orElseThrow().outcome())
                .containsExactly(Outcome.ACCEPTED, Outcome.INVALID, Outcome.ACCEPTED);
    }

    @Test
    void a_closed_connection_submits_nothing() {
        connection.close();
        connection.close();
        assertThatThrownBy(() -> connection.submit(message("45"))).isInstanceOf(IllegalStateException.class);
        assertThat(smpp.getConnection().gatewayState().isUsable()).isTrue();
    }
}
