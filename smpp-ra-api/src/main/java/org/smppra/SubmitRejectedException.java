package org.smppra;

import java.util.Objects;

/**
 * The SMSC refused the message or a part of it, or did not get all parts: {@link SubmitResult#outcome()} says which,
 * {@link #sent()} whether a part is under way.
 */
public class SubmitRejectedException extends SmppException {
    private static final long serialVersionUID = 1L;

    private final SubmitResult result;

    public SubmitRejectedException(SubmitResult result) {
        super(
                "SMPP-REJECTED",
                result.outcome() == Outcome.REFUSED
                        ? "the SMSC refused submission " + result.submissionId()
                                + result.status()
                                        .map(status -> " with " + status)
                                        .orElse("")
                        : "submission " + result.submissionId() + " was sent in part: "
                                + result.reason().orElse(""),
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
