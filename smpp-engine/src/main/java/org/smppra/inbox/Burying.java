package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.Stored;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;

/** The dead letters of one account. */
final class Burying {
    private static final Logger LOG = System.getLogger(Burying.class.getName());
    /** What finds no room comes back so much later, to be read again. */
    private static final Duration WITHOUT_ROOM = Duration.ofMinutes(10);

    private static final String UNREAD = "it could not be read when it was to be delivered";
    private static final String UNREADABLE = "it cannot be read; so nothing else is known of it";

    private final Ledger ledger;
    private final Shelf shelf;
    private final Keeping keeping;

    Burying(Ledger ledger, Shelf shelf, Keeping keeping) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.keeping = keeping;
    }

    void bury(Incoming incoming, int attempts, String reason, KeepCallback told) {
        byte[] body = new KeepRecord(shelf.key(), incoming, attempts, reason, ledger.now()).encoded();
        if (body.length >= JournalBatch.MAX_OCTETS / 2) {
            told.done("inbox: " + body.length + " octets are too many for a dead letter");
            return;
        }
        String refused = ledger.in(() -> ledger.beginDead(body.length));
        if (refused != null) {
            told.done(refused);
            return;
        }
        long key = ledger.journal().newKey();
        ledger.journal().force(JournalBatch.of().put(key, body), failure -> buried(key, body.length, failure, told));
    }

    private void buried(long key, int octets, @Nullable JournalException failure, KeepCallback told) {
        ledger.run(() -> {
            ledger.ended(octets);
            if (failure == null) {
                lay(new DeadEntry(key, octets));
            } else {
                ledger.freeDead(octets);
            }
        });
        told.done(failure == null ? null : Keeping.words(failure));
    }

    /** In a turn, in a place that is taken. */
    private void lay(DeadEntry entry) {
        ledger.count(InboxCounter.BURIED, 1);
        shelf.dead().put(entry.key(), entry);
    }

    /** Under the same key: what was stored is replaced by what is dead, or nothing is changed. */
    boolean bury(Kept kept, int attempts, String reason) {
        long key = Keys.key(kept.id());
        byte[] body = new KeepRecord(shelf.key(), kept.incoming(), attempts, reason, ledger.now()).encoded();
        boolean taken = ledger.in(() -> {
            boolean room = shelf.line().inHand(key) != null && ledger.hasRoomForDead(body.length);
            if (room) {
                keeping.leave(key);
                ledger.takeDead(body.length);
            }
            return room;
        });
        if (!taken) {
            keeping.returned(kept, attempts, ledger.now().plus(WITHOUT_ROOM));
            return false;
        }
        ledger.append(JournalBatch.of().put(key, body));
        ledger.run(() -> lay(new DeadEntry(key, body.length)));
        shelf.tellSome();
        return true;
    }

    List<Stored> list(String afterId, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        List<Long> keys = ledger.in(() -> shelf.dead().tailMap(Keys.key(afterId), false).keySet().stream()
                .limit(limit)
                .toList());
        catchUp();
        List<Stored> all = new ArrayList<>(keys.size());
        for (long key : keys) {
            KeepRecord record = read(key);
            if (record != null) {
                String reason = record.reason();
                all.add(Stored.of(
                        Keys.id(key),
                        record.incoming().reference(),
                        record.at(),
                        record.attempts(),
                        reason == null ? UNREAD : reason));
            } else if (ledger.in(() -> shelf.dead().containsKey(key))) {
                all.add(Stored.of(Keys.id(key), "", Instant.EPOCH, 0, UNREADABLE));
            }
        }
        return all;
    }

    /** From now on what was appended so far can be read. */
    private void catchUp() {
        try {
            ledger.journal().force(JournalBatch.of());
        } catch (JournalException e) { // the reads will say so
            LOG.log(Level.DEBUG, "The journal has ended", e);
        }
    }

    private @Nullable KeepRecord read(long key) {
        try {
            return KeepRecord.decoded(ledger.journal().read(key));
        } catch (JournalException | RecordException e) {
            if (ledger.in(() -> shelf.dead().containsKey(key))) {
                LOG.log(
                        Level.ERROR,
                        "SMPP-354 a dead letter cannot be read and stays where it is: entry {0}, {1}",
                        Keys.id(key),
                        String.valueOf(e.getMessage()));
            }
            return null;
        }
    }

    /** @return null if it is no longer there: of several who ask, one gets it */
    private @Nullable DeadEntry dig(String id) {
        return ledger.in(() -> {
            DeadEntry entry = shelf.dead().remove(Keys.key(id));
            if (entry != null) {
                ledger.freeDead(entry.octets());
            }
            return entry;
        });
    }

    boolean deliverAgain(String id) {
        catchUp();
        DeadEntry entry = dig(id);
        if (entry == null) {
            return false;
        }
        KeepRecord dead = read(entry.key());
        if (dead == null) {
            ledger.run(() -> {
                shelf.dead().put(entry.key(), entry);
                ledger.takeDead(entry.octets());
            });
            return false;
        }
        KeepRecord again = new KeepRecord(shelf.key(), dead.incoming(), 0, null, ledger.now());
        byte[] body = again.encoded();
        ledger.append(JournalBatch.of().put(entry.key(), body));
        ledger.run(() -> {
            Entry waiting = new Entry(entry.key(), again, body.length);
            waiting.doubtful = entry.key() <= ledger.doubtfulUpTo();
            ledger.take(body.length);
            shelf.line().add(waiting);
        });
        shelf.tellSome();
        return true;
    }

    boolean discard(String id) {
        DeadEntry entry = dig(id);
        if (entry == null) {
            return false;
        }
        ledger.append(JournalBatch.of().remove(entry.key()));
        return true;
    }
}
