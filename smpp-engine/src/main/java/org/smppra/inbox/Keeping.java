package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;

/** What is stored of one account, from its arrival until a listener has it. */
final class Keeping {
    private static final Logger LOG = System.getLogger(Keeping.class.getName());

    private final Ledger ledger;
    private final Shelf shelf;

    Keeping(Ledger ledger, Shelf shelf) {
        this.ledger = ledger;
        this.shelf = shelf;
    }

    void store(Incoming incoming, KeepCallback told) {
        KeepRecord record = new KeepRecord(shelf.key(), incoming, 0, null, ledger.now());
        byte[] body = record.encoded();
        if (body.length >= JournalBatch.MAX_OCTETS / 2) {
            told.done("inbox: " + body.length + " octets are too many for one that is received");
            return;
        }
        String refused = ledger.in(() -> ledger.begin(body.length));
        if (refused != null) {
            told.done(refused);
            return;
        }
        long key = ledger.journal().newKey();
        ledger.journal()
                .force(JournalBatch.of().put(key, body), failure -> stored(key, record, body.length, failure, told));
    }

    private void stored(
            long key, KeepRecord record, int octets, @Nullable JournalException failure, KeepCallback told) {
        ledger.run(() -> {
            ledger.ended(octets);
            if (failure == null) {
                shelf.line().add(new Entry(key, record, octets));
                ledger.count(InboxCounter.STORED, 1);
            } else {
                ledger.free(octets);
            }
        });
        told.done(failure == null ? null : words(failure));
        if (failure == null) {
            shelf.tellSome();
        }
    }

    static String words(JournalException failure) {
        return "inbox: it cannot be stored in outboxDirectory: " + failure.getMessage();
    }

    List<Kept> take(int most) {
        if (ledger.hasFailed()) {
            return List.of();
        }
        List<Entry> taken = ledger.in(() -> shelf.line().take(most, ledger.nowMillis()));
        List<Kept> kept = new ArrayList<>(taken.size());
        for (Entry entry : taken) {
            try {
                Incoming incoming =
                        KeepRecord.decoded(ledger.journal().read(entry.key)).incoming();
                kept.add(new Kept(Keys.id(entry.key), doubted(incoming, entry), entry.attempts));
            } catch (JournalException | RecordException e) {
                unreadable(entry, e);
            }
        }
        return kept;
    }

    private static Incoming doubted(Incoming incoming, Entry entry) {
        return !entry.doubtful
                ? incoming
                : new Incoming(incoming.pdus(), incoming.receivedAt(), incoming.orderKey(), incoming.reference(), true);
    }

    /**
     * What the whole journal does not give is there again after a restart. One alone is a dead letter, of which nothing can
     * be said; on disk it is left as it is, and after a restart it may be read.
     */
    private void unreadable(Entry entry, Exception e) {
        if (ledger.hasFailed()) {
            ledger.run(() -> shelf.line().giveBack(entry, 0, 0));
            return;
        }
        ledger.run(() -> {
            leave(entry.key);
            ledger.count(InboxCounter.BURIED, 1);
            ledger.takeDead(entry.octets);
            shelf.dead().put(entry.key, new DeadEntry(entry.key, entry.octets));
        });
        LOG.log(
                Level.ERROR,
                "SMPP-353 what was received and acknowledged cannot be read and becomes a dead letter: entry {0}, {1}",
                Keys.id(entry.key),
                String.valueOf(e.getMessage()));
    }

    /** In a turn. @return null if it is not in hand */
    @Nullable
    Entry leave(long key) {
        Entry entry = shelf.line().leave(key);
        if (entry != null) {
            ledger.free(entry.octets);
        }
        return entry;
    }

    void delivered(Kept kept) {
        long key = Keys.key(kept.id());
        Entry entry = ledger.in(() -> {
            Entry left = leave(key);
            ledger.count(InboxCounter.DELIVERED, left == null ? 0 : 1);
            return left;
        });
        if (entry != null) {
            ledger.append(JournalBatch.of().remove(key));
            shelf.tellSome();
        }
    }

    void setAside(Kept kept, Set<?> takers) {
        ledger.run(() -> {
            Entry entry = shelf.line().inHand(Keys.key(kept.id()));
            if (entry != null) {
                shelf.line().setAside(entry, takers);
            }
        });
    }

    void returned(Kept kept, int attempts, Instant notBefore) {
        long key = Keys.key(kept.id());
        boolean changed = ledger.in(() -> {
            Entry entry = shelf.line().inHand(key);
            if (entry == null || entry.attempts == attempts) {
                return false;
            }
            entry.attempts = attempts;
            return true;
        });
        if (changed) {
            byte[] body = new KeepRecord(shelf.key(), kept.incoming(), attempts, null, ledger.now()).encoded();
            ledger.append(JournalBatch.of().put(key, body));
        }
        ledger.run(() -> {
            Entry entry = shelf.line().inHand(key);
            if (entry != null) {
                shelf.line().giveBack(entry, notBefore.toEpochMilli(), ledger.nowMillis());
            }
        });
        shelf.tellSome();
    }
}
