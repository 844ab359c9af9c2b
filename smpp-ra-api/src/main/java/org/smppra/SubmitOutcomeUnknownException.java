package org.smppra;

import java.util.Objects;

/** The message, or a part of it, was written and no answer came: it may have been sent. */
public class SubmitOutcomeUnknownException extends SmppException {
    private static final long serialVersionUID = 1L;

    private final SubmitResult result;

    public SubmitOutcomeUnknownException(SubmitResult result) {
        super(
                "SMPP-OUTCOME-UNKNOWN",
                "submission " + result.submissionId() + " was written and no answer came"
                        + result.reason().map(reason -> ": " + reason).orElse(""),
                result.sent(),
                true,
                null);
        this.result = Objects.requireNonNull(result, "result");
    }

    public SubmitResult result() {
        return result;
    }
}
