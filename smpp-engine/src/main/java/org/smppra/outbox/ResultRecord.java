package org.smppra.outbox;

import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
import org.smppra.PartResult;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

/**
 * How a submission ended, as it is on disk in the place of its message.
 *
 * @param known its idempotency key; null: none
 * @param delivered whether a listener committed it
 */
record ResultRecord(
        AccountKey account,
        SubmitResult result,
        @Nullable KnownKey known,
        long submittedAt,
        long settledAt,
        boolean delivered) {
    byte[] encoded() {
        RecordOutput out = new RecordOutput(RecordKind.RESULT)
                .account(account)
                .number64(submittedAt)
                .number64(settledAt)
                .truth(delivered)
                .truth(known != null);
        if (known != null) {
            known.writeTo(out);
        }
        out.text(result.account())
                .text(result.submissionId())
                .text(result.reference())
                .number8(result.outcome().ordinal())
                .number8(result.sent().ordinal())
                .textOrNull(result.reason().orElse(null))
                .truth(result.retryable())
                .number32(result.parts().size());
        for (PartResult part : result.parts()) {
            out.textOrNull(part.messageId().map(MessageId::value).orElse(null))
                    .truth(part.status().isPresent())
                    .number32(part.status().map(CommandStatus::value).orElse(0));
        }
        return out.toByteArray();
    }

    static ResultRecord decoded(RecordInput in) throws RecordException {
        AccountKey account = in.account();
        long submittedAt = in.number64();
        long settledAt = in.number64();
        boolean delivered = in.truth();
        KnownKey known = in.truth() ? KnownKey.readFrom(in) : null;
        String name = in.text();
        String submissionId = in.text();
        String reference = in.text();
        SubmitResult.Builder result = SubmitResult.builder(submissionId, in.oneOf(Outcome.values()))
                .account(name)
                .reference(reference)
                .sent(in.oneOf(Sent.values()));
        String reason = in.textOrNull();
        if (reason != null) {
            result.reason(reason);
        }
        result.retryable(in.truth());
        for (int rest = in.count(); rest > 0; rest--) {
            String id = in.textOrNull();
            boolean answered = in.truth();
            int status = in.number32();
            result.part(id == null ? null : MessageId.of(id), answered ? CommandStatus.of(status) : null);
        }
        return new ResultRecord(account, result.build(), known, submittedAt, settledAt, delivered);
    }
}
