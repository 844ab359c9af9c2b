package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.journal.JournalException;

/** Reads what is not in memory. Never under the lock of the ledger. */
final class Bodies {
    private static final Logger LOG = System.getLogger(Bodies.class.getName());

    private final Ledger ledger;

    Bodies(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Its message as it is stored now; null: it cannot be read, or it is settled meanwhile. */
    @Nullable
    MessageRecord message(Entry entry) {
        return read(entry) instanceof MessageRecord record ? record : null;
    }

    /** Null: it cannot be read, or nobody needs to know any more. */
    @Nullable
    SubmitResult result(Entry entry) {
        return read(entry) instanceof SubmitResult result ? result : null;
    }

    /** What is known of a submission. */
    Submission submission(Entry entry) {
        Object body = read(entry);
        if (body instanceof SubmitResult result) {
            return Submission.settled(result);
        }
        String reference =
                body instanceof MessageRecord record ? record.message().reference() : entry.submissionId();
        return Submission.waiting(entry.submissionId(), reference);
    }

    private @Nullable Object read(Entry entry) {
        Object content = inMemory(entry);
        if (content != null || !entry.isDurable()) {
            return content;
        }
        try {
            RecordInput in = new RecordInput(ledger.book().read(entry.key()));
            return switch (in.kind()) {
                case MESSAGE -> MessageRecord.decoded(in);
                case RESULT -> ResultRecord.decoded(in).result();
                case BRANCH, FLIGHT, PAUSE -> null;
            };
        } catch (RecordException | JournalException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-313 submission {0} cannot be read: {1}",
                    entry.submissionId(),
                    String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Object inMemory(Entry entry) {
        try (Ledger.Turn turn = ledger.turn()) {
            InHand hand = entry.hand();
            return hand == null ? entry.content() : hand.record(MessageRecord.Mark.WAITING, entry.maybeSent(), "");
        }
    }
}
