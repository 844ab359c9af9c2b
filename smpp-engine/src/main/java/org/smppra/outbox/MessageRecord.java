package org.smppra.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.UnansweredPolicy;
import org.smppra.message.MessageId;
import org.smppra.message.Octets;

/**
 * A message that is not settled, as it is on disk.
 *
 * @param branch the key of the record that says whether its transaction committed; 0: it did
 * @param mark how far it came
 * @param maybeSent whether it may have been written without an answer
 * @param attempts times it was in hand
 * @param reason why it is held; empty if it is not
 * @param accepted of each part; null: not accepted yet
 */
record MessageRecord(
        OutboxMessage message,
        long branch,
        Mark mark,
        boolean maybeSent,
        int attempts,
        String reason,
        List<@Nullable MessageId> accepted) {
    /** Their order stays as it is: it is on disks. */
    enum Mark {
        WAITING,
        /** About to be written; of messages that must not be sent twice. */
        WRITTEN,
        HELD
    }

    static MessageRecord of(OutboxMessage message, long branch) {
        return new MessageRecord(
                message,
                branch,
                Mark.WAITING,
                false,
                0,
                "",
                Collections.nCopies(message.parts().size(), null));
    }

    /** It waits for an operator, whatever became of its transaction. */
    MessageRecord held(String why) {
        return new MessageRecord(message, 0, Mark.HELD, maybeSent, attempts, why, accepted);
    }

    /** It waits again, as an operator wants; its transaction committed. */
    MessageRecord sentAgain(boolean maySent) {
        return new MessageRecord(message, 0, Mark.WAITING, maySent, attempts, "", accepted);
    }

    /** Where its branch stands in the encoded record: a message is encoded before its transaction is decided. */
    static final int BRANCH_AT = 2;

    byte[] encoded() {
        RecordOutput out = new RecordOutput(RecordKind.MESSAGE)
                .number64(branch)
                .number8(mark.ordinal())
                .truth(maybeSent)
                .number32(attempts)
                .text(reason)
                .account(message.account())
                .text(message.submissionId())
                .text(message.reference())
                .textOrNull(message.idempotencyKey())
                .octets(message.content())
                .number8(message.priority())
                .textOrNull(message.orderKey())
                .number8(message.unanswered().ordinal())
                .instant(message.submittedAt())
                .instantOrNull(message.expiresAt())
                .number32(message.parts().size());
        for (int part = 0; part < message.parts().size(); part++) {
            MessageId id = accepted.get(part);
            out.octets(message.parts().get(part)).textOrNull(id == null ? null : id.value());
        }
        return out.toByteArray();
    }

    static MessageRecord decoded(RecordInput in) throws RecordException {
        long branch = in.number64();
        Mark mark = in.oneOf(Mark.values());
        boolean maybeSent = in.truth();
        int attempts = in.number32();
        String reason = in.text();
        AccountKey account = in.account();
        String submissionId = in.text();
        String reference = in.text();
        String idempotencyKey = in.textOrNull();
        Octets content = in.octets();
        int priority = in.number8();
        String orderKey = in.textOrNull();
        UnansweredPolicy unanswered = in.oneOf(UnansweredPolicy.values());
        var submittedAt = in.instant();
        var expiresAt = in.instantOrNull();
        List<Octets> parts = new ArrayList<>();
        List<@Nullable MessageId> accepted = new ArrayList<>();
        for (int rest = in.count(); rest > 0; rest--) {
            parts.add(in.octets());
            String id = in.textOrNull();
            accepted.add(id == null ? null : MessageId.of(id));
        }
        OutboxMessage message = new OutboxMessage(
                account,
                submissionId,
                reference,
                idempotencyKey,
                content,
                priority,
                orderKey,
                unanswered,
                true,
                submittedAt,
                expiresAt,
                parts);
        return new MessageRecord(message, branch, mark, maybeSent, attempts, reason, accepted);
    }
}
