package org.smppra;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a submission at the moment it was taken: a snapshot. */
public final class Submission implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String submissionId;
    private final String reference;
    private final boolean repeated;
    private final @Nullable SubmitResult result;

    private Submission(String submissionId, String reference, boolean repeated, @Nullable SubmitResult result) {
        this.submissionId = Objects.requireNonNull(submissionId, "submissionId");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.repeated = repeated;
        this.result = result;
    }

    /** One that waits to be sent; for the engine and for tests. */
    public static Submission waiting(String submissionId, String reference) {
        return new Submission(submissionId, reference, false, null);
    }

    /** One whose result is known; for the engine and for tests. */
    public static Submission settled(SubmitResult result) {
        return new Submission(result.submissionId(), result.reference(), false, result);
    }

    /** The same, marked as found by its idempotency key. */
    public Submission asRepeated() {
        return new Submission(submissionId, reference, true, result);
    }

    /** Ours: 20 ASCII characters, unique over nodes, sorts by time. */
    public String submissionId() {
        return submissionId;
    }

    /** The application's reference, else the submissionId. Store this: the receipt brings it back. */
    public String reference() {
        return reference;
    }

    /** Whether the idempotency key was known: this is the first submission, nothing new was sent. */
    public boolean repeated() {
        return repeated;
    }

    /** Empty while it waits. */
    public Optional<SubmitResult> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public String toString() {
        return "Submission[" + submissionId + (result == null ? ", waiting]" : ", " + result.outcome() + "]");
    }
}
