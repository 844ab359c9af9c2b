package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
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

    /** The same for a listener, who is told at least that nothing is known any more. */
    SubmitResult resultOrUnknown(Entry entry) {
        SubmitResult result = result(entry);
        if (result != null) {
            return result;
        }
        try (Ledger.Turn turn = ledger.turn()) {
            return SubmitResult.builder(entry.submissionId(), Outcome.UNKNOWN)
                    .account(entry.shelf().key().name())
                    .reason("its result cannot be read from the disk")
                    .build();
        }
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
        Object content;
        long replacedBy;
        long upTo;
        try (Ledger.Turn turn = ledger.turn()) {
            InHand hand = entry.hand();
            content = hand == null ? entry.content() : hand.record(MessageRecord.Mark.WAITING, entry.maybeSent(), "");
            replacedBy = entry.replacedBy();
            upTo = ledger.book().appended();
        }
        if (content != null || !entry.isDurable()) {
            return content;
        }
        try {
            if (!ledger.book().isReadable(replacedBy)) {
                ledger.book().catchUp(upTo);
            }
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
}
