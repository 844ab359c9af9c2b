package org.smppra.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;

class RefusalTest {
    private static final String ID = "01JCZ0000000000000AB";

    @Test
    void an_invalid_recipient_is_400_at_the_field_to() {
        Refusal refusal = Refusal.of(new InvalidMessageException("recipient", "has no digits"));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body())
                .hasToString("{\"error\":\"invalid\",\"field\":\"to\",\"message\":\"has no digits\"}");
    }

    @Test
    void other_fields_keep_their_names() {
        assertThat(Refusal.of(new InvalidMessageException("reference", "too long"))
                        .body()
                        .getString("field"))
                .isEqualTo("reference");
    }

    @Test
    void no_bound_host_is_503() {
        Refusal refusal = Refusal.of(new GatewayUnavailableException("no host is bound", null));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.body().getString("error")).isEqualTo("unavailable");
        assertThat(refusal.body().getString("message")).contains("no host is bound");
    }

    @Test
    void a_refusal_of_the_smsc_is_502_with_its_status() {
        SubmitResult result = SubmitResult.builder(ID, Outcome.REFUSED)
                .part(null, CommandStatus.ESME_RINVDSTADR)
                .build();

        Refusal refusal = Refusal.of(new SubmitRejectedException(result));

        assertThat(refusal.status()).isEqualTo(502);
        assertThat(refusal.body())
                .hasToString("{\"error\":\"rejected\",\"submissionId\":\"" + ID
                        + "\",\"status\":\"ESME_RINVDSTADR (0x0B)\",\"sent\":\"NOTHING\"}");
    }

    @Test
    void an_unknown_outcome_is_504_and_says_that_it_may_have_been_sent() {
        SubmitResult result = SubmitResult.builder(ID, Outcome.UNKNOWN).build();

        Refusal refusal = Refusal.of(new SubmitOutcomeUnknownException(result));

        assertThat(refusal.status()).isEqualTo(504);
        assertThat(refusal.body())
                .hasToString("{\"error\":\"outcome-unknown\",\"submissionId\":\"" + ID + "\",\"sent\":\"MAYBE\"}");
    }

    @Test
    void any_other_failure_of_the_adapter_is_500_with_its_code() {
        Refusal refusal = Refusal.of(new SmppException("SMPP-X", "odd", Sent.NOTHING, false, null));

        assertThat(refusal.status()).isEqualTo(500);
        assertThat(refusal.body()).hasToString("{\"error\":\"failed\",\"code\":\"SMPP-X\",\"sent\":\"NOTHING\"}");
    }

    @Test
    void an_unexpected_failure_tells_nothing_of_itself() {
        assertThat(Failures.refusal(new IllegalStateException("jdbc:secret")).body())
                .hasToString("{\"error\":\"internal\"}");
    }
}
