package org.smppra.outbox;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.journal.JournalBatch;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;

/** Ends submissions, and forgets those that nobody needs to know any more. Its methods are called in a turn. */
final class Settling {
    private final Ledger ledger;

    Settling(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Wherever it is. @return false if it is settled already */
    boolean settle(Ledger.Turn turn, Entry entry, SubmitResult result) {
        Shelf shelf = entry.shelf();
        if (!takeOut(shelf, entry)) {
            return false;
        }
        if (shelf.line().end(entry)) {
            turn.tell(shelf.whenWaiting());
        }
        JournalBatch batch = JournalBatch.of();
        release(entry, batch);
        ledger.room().free(entry);
        entry.at(ledger.now());
        ledger.cache().take(entry);
        if (!entry.isDurable() || shelf.whenResults() != null) { // else nobody will ask soon
            ledger.cache().put(entry, result);
        }
        shelf.settled(entry);
        if (entry.isDurable()) {
            ledger.book().replace(entry, record(entry, result).encoded(), batch);
        }
        ledger.count(OutboxCounter.SETTLED);
        trim(shelf);
        turn.tell(shelf.whenResults());
        return true;
    }

    /** Those that a listener has are counted, and stay. */
    private void trim(Shelf shelf) {
        int most = ledger.bounds().settled();
        while (ledger.shelves().settledCount() > most && shelf.kept().first() != null) {
            forget(shelf.kept().first());
        }
        while (ledger.shelves().settledCount() > most && shelf.results().first() != null) {
            dropResult(shelf.results().first());
        }
    }

    private static boolean takeOut(Shelf shelf, Entry entry) {
        switch (entry.state()) {
            case READY, TIMED, BEHIND -> shelf.line().remove(entry);
            case IN_HAND -> {
                shelf.inHand().remove(entry);
                entry.hand(null);
            }
            case HELD -> shelf.held().remove(entry);
            case OPEN, PREPARED, SETTLED, GONE -> {
                return false;
            }
        }
        return true;
    }

    /** Records that said something of it go with the last one of which they say it. */
    void release(Entry entry, JournalBatch batch) {
        releaseFlight(entry, batch);
        releaseDecision(entry, batch);
    }

    void releaseDecision(Entry entry, JournalBatch batch) {
        Companion decision = entry.decision();
        if (decision != null) {
            entry.decision(null);
            if (decision.release()) {
                batch.remove(decision.key());
            }
        }
    }

    void releaseFlight(Entry entry, JournalBatch batch) {
        Companion flight = entry.flight();
        if (flight != null) {
            entry.flight(null);
            if (flight.release()) {
                batch.remove(flight.key());
            }
        }
    }

    /** A listener committed its result. @param result null: it cannot be read */
    void delivered(Entry entry, @Nullable SubmitResult result) {
        if (entry.state() != Entry.State.SETTLED || entry.delivered()) {
            return;
        }
        if (!isKeyKnown(entry) || result == null) {
            forget(entry);
            return;
        }
        if (entry.list() != null) {
            entry.list().remove(entry);
        }
        entry.delivered(true);
        entry.shelf().settled(entry);
        if (entry.isDurable()) {
            ledger.book().replace(entry, record(entry, result).encoded(), JournalBatch.of());
        }
    }

    /** Whether its idempotency key must be known still. */
    boolean isKeyKnown(Entry entry) {
        return entry.known() != null
                && entry.submittedAt()
                                + ledger.settings().idempotencyRetention().toMillis()
                        > ledger.now();
    }

    /** Nobody took its result in time, or there are too many. */
    void dropResult(Entry entry) {
        ledger.count(OutboxCounter.RESULTS_DROPPED);
        forget(entry);
    }

    void forget(Entry entry) {
        ledger.cache().take(entry);
        entry.shelf().forget(entry);
        if (entry.isDurable()) {
            JournalBatch batch = JournalBatch.of();
            batch.remove(entry.key());
            ledger.book().append(batch);
        }
    }

    private ResultRecord record(Entry entry, SubmitResult result) {
        return new ResultRecord(
                entry.shelf().key(), result, entry.known(), entry.submittedAt(), entry.at(), entry.delivered());
    }

    /** How one ends that is not sent any more. */
    static SubmitResult ended(Entry entry, @Nullable MessageRecord record, Outcome outcome, String reason) {
        Sent sent = entry.maybeSent() ? Sent.MAYBE : Sent.NOTHING;
        SubmitResult.Builder result = SubmitResult.builder(entry.submissionId(), outcome)
                .account(entry.shelf().key().name())
                .reason(reason);
        if (record != null) {
            result.reference(record.message().reference());
            boolean tried = entry.maybeSent() || record.accepted().stream().anyMatch(Objects::nonNull);
            for (MessageId id : tried ? record.accepted() : List.<@Nullable MessageId>of()) {
                result.part(id, id == null ? null : CommandStatus.ESME_ROK);
                sent = id != null && sent == Sent.NOTHING ? Sent.PARTLY : sent;
            }
        }
        return result.sent(sent).build();
    }
}
