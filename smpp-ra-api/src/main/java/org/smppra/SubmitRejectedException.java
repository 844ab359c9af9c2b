package org.smppra;

import java.util.Objects;

/** The SMSC refused the message, or a part of it. */
public class SubmitRejectedException extends SmppException {
    private static final long serialVersionUID = 1L;

    private final SubmitResult result;

    public SubmitRejectedException(SubmitResult result) {
        super(
                "SMPP-REJECTED",
                "the SMSC refused submission " + result.submissionId()
                        + result.status().map(status -> " with " + status).orElse(""),
                result.sent(),
                result.retryable(),
                null);
        this.result = Objects.requireNonNull(result, "result");
    }

    /** The status, and what became of each part. */
    public SubmitResult result() {
        return result;
    }
}
