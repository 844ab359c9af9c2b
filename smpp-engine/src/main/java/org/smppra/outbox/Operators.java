package org.smppra.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.Outcome;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.journal.JournalBatch;

/** What people look at and decide: submissions by id, what waits and what is held, pauses. */
final class Operators {
    private static final String DOUBT =
            "the journal was damaged: it may have been sent already, or its transaction may not have committed";
    private static final String UNANSWERED = "it was written before the last stop, and no answer is known";

    private final Ledger ledger;
    private final Bodies bodies;
    private final Settling settling;

    Operators(Ledger ledger, Bodies bodies, Settling settling) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.settling = settling;
    }

    Optional<Submission> find(AccountKey account, String submissionId) {
        Entry entry = entry(account, submissionId);
        return entry == null ? Optional.empty() : Optional.of(bodies.submission(entry));
    }

    private @Nullable Entry entry(AccountKey account, String submissionId) {
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = ledger.shelves().find(account);
            return shelf == null ? null : shelf.entry(submissionId);
        }
    }

    List<Stored> list(AccountKey account, Store store, String afterId, int limit) {
        List<Entry> entries = new ArrayList<>();
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = ledger.shelves().find(account);
            if (shelf == null || store == Store.DEAD_LETTER) {
                return List.of();
            }
            var all = store == Store.HELD ? shelf.held() : shelf.entries();
            for (Entry entry : all.tailMap(new SubmissionKey(afterId), false).values()) {
                if (entries.size() >= limit) {
                    break;
                }
                if (store == Store.HELD || entry.state() != Entry.State.HELD) {
                    entries.add(entry);
                }
            }
        }
        return entries.stream().map(this::stored).toList();
    }

    private Stored stored(Entry entry) {
        MessageRecord record = bodies.message(entry);
        return Stored.of(
                entry.submissionId(),
                record == null ? entry.submissionId() : record.message().reference(),
                Instant.ofEpochMilli(entry.submittedAt()),
                entry.attempts(),
                reason(entry, record));
    }

    private static String reason(Entry entry, @Nullable MessageRecord record) {
        return switch (entry.state()) {
            case TIMED -> "waits for its next attempt";
            case BEHIND -> "waits for the one before it";
            case IN_HAND -> "is being sent";
            case HELD -> record == null ? "cannot be read from the disk" : heldFor(record);
            default -> "waits for its turn";
        };
    }

    private static String heldFor(MessageRecord record) {
        return switch (record.mark()) {
            case HELD -> record.reason();
            case WRITTEN -> UNANSWERED;
            case WAITING -> DOUBT;
        };
    }

    boolean settle(AccountKey account, String id, Settle how) {
        Entry entry = entry(account, id);
        if (entry == null) {
            return false;
        }
        MessageRecord record = bodies.message(entry);
        return switch (how) {
            case CANCEL -> cancel(entry, record);
            case SEND -> record != null && send(entry, record);
            case DELIVER -> false;
        };
    }

    private boolean cancel(Entry entry, @Nullable MessageRecord record) {
        try (Ledger.Turn turn = ledger.turn()) {
            if (!entry.state().waits() && entry.state() != Entry.State.HELD) {
                return false;
            }
            ledger.count(OutboxCounter.CANCELLED);
            return settling.settle(
                    turn, entry, Settling.ended(entry, record, Outcome.CANCELLED, "an operator cancelled it"));
        }
    }

    private boolean send(Entry entry, MessageRecord record) {
        try (Ledger.Turn turn = ledger.turn()) {
            if (entry.state() != Entry.State.HELD) {
                return false;
            }
            MessageRecord waiting = record.sentAgain(entry.maybeSent());
            JournalBatch batch = JournalBatch.of();
            settling.release(entry, batch);
            if (entry.isDurable()) {
                ledger.book().replace(entry, waiting.encoded(), batch);
            }
            Shelf shelf = entry.shelf();
            entry.marked(false);
            ledger.cache().put(entry, waiting);
            shelf.held().remove(entry);
            shelf.publishAgain(entry, 0, ledger.now());
            turn.tell(shelf.whenWaiting());
            return true;
        }
    }

    void pause(AccountKey account, Direction direction) {
        Book.Forced forced;
        try (Ledger.Turn turn = ledger.turn()) {
            Map<Direction, Long> paused = ledger.shelves().of(account).paused();
            long key = paused.computeIfAbsent(direction, way -> ledger.book().newKey());
            forced = ledger.book().begin(JournalBatch.of().put(key, new PauseRecord(account, direction).encoded()));
        }
        await(forced);
    }

    void resume(AccountKey account, Direction direction) {
        Book.Forced forced;
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = ledger.shelves().of(account);
            Long key = shelf.paused().remove(direction);
            JournalBatch batch = JournalBatch.of();
            forced = ledger.book().begin(key == null ? batch : batch.remove(key));
            turn.tell(shelf.whenWaiting());
        }
        await(forced);
    }

    private static void await(Book.Forced forced) {
        try {
            forced.await();
        } catch (SmppException e) {
            throw new IllegalStateException("it is so now, but will not survive a restart: " + e.getMessage(), e);
        }
    }

    boolean isPaused(AccountKey account, Direction direction) {
        try (Ledger.Turn turn = ledger.turn()) {
            Shelf shelf = ledger.shelves().find(account);
            return shelf != null && shelf.paused().containsKey(direction);
        }
    }

    void drain(AccountKey account, boolean draining) {
        try (Ledger.Turn turn = ledger.turn()) {
            ledger.shelves().of(account).draining(draining);
        }
    }
}
