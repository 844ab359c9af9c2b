package org.smppra.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.UnansweredPolicy;
import org.smppra.message.Octets;

/**
 * A message that passed every check and is cut already: what is stored is what will be sent.
 *
 * @param submissionId ours, 20 ASCII characters
 * @param reference the application's, else the submissionId
 * @param idempotencyKey of the application; null: none
 * @param content a digest of all that the application asked for: the same key with other content is refused
 * @param priority 0 to 3, the highest leaves first
 * @param orderKey messages of an account with equal keys leave one after the other; null: in no order
 * @param unanswered what becomes of it when it was written and not answered
 * @param durable whether it is on disk (mode OUTBOX), or in memory only (mode ON_COMMIT)
 * @param submittedAt when the application submitted it
 * @param expiresAt when its validity ends; null: never
 * @param parts a submit_sm each, encoded, in order; sequence_number and validity_period are set when it is sent
 */
public record OutboxMessage(
        AccountKey account,
        String submissionId,
        String reference,
        @Nullable String idempotencyKey,
        Octets content,
        int priority,
        @Nullable String orderKey,
        UnansweredPolicy unanswered,
        boolean durable,
        Instant submittedAt,
        @Nullable Instant expiresAt,
        List<Octets> parts) {
    public OutboxMessage {
        if (submissionId.length() > SubmissionKey.LENGTH) {
            throw new IllegalArgumentException("submissionId: longer than " + SubmissionKey.LENGTH + " characters");
        }
        parts = List.copyOf(parts);
    }

    /** In all parts. */
    int octets() {
        int sum = 0;
        for (Octets part : parts) {
            sum += part.length();
        }
        return sum;
    }

    /** Without numbers and text. */
    @Override
    public String toString() {
        return "OutboxMessage[" + submissionId + ", " + parts.size() + " parts]";
    }
}
