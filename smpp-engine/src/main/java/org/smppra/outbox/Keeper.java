package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smppra.Outcome;

/** What time alone does: ends what waits too long where nobody sends, forgets results, gives up dead transactions. */
final class Keeper {
    /** At a time, so that nobody waits for the lock. */
    private static final int SLICE = 1_000;

    private final Ledger ledger;
    private final Bodies bodies;
    private final Settling settling;
    private final JournalXaBranches xa;
    private final Set<LocalBranch> open;

    Keeper(Ledger ledger, Bodies bodies, Settling settling, JournalXaBranches xa, Set<LocalBranch> open) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.settling = settling;
        this.xa = xa;
        this.open = open;
    }

    void tick() {
        if (ledger.book().hasFailed()) {
            return;
        }
        List<Shelf> shelves;
        try (Ledger.Turn turn = ledger.turn()) {
            shelves = List.copyOf(ledger.shelves().all());
        }
        for (Shelf shelf : shelves) {
            expire(shelf);
            while (forgetSome(shelf)) {
                continue;
            }
        }
        abandon();
    }

    private void expire(Shelf shelf) {
        List<Entry> expired = new ArrayList<>();
        try (Ledger.Turn turn = ledger.turn()) {
            if (shelf.attached().isEmpty()) { // else who sends does it
                expired = shelf.expiry().find(SLICE, ledger.now());
            }
        }
        for (Entry entry : expired) {
            MessageRecord record = bodies.message(entry);
            try (Ledger.Turn turn = ledger.turn()) {
                if (entry.state().waits()) {
                    String reason = "its time was over, and no account was there to send it";
                    settling.settle(turn, entry, Settling.ended(entry, record, Outcome.EXPIRED, reason));
                    ledger.count(OutboxCounter.EXPIRED);
                }
            }
        }
    }

    /** @return whether there may be more */
    private boolean forgetSome(Shelf shelf) {
        try (Ledger.Turn turn = ledger.turn()) {
            int forgotten = 0;
            long oldest = ledger.now() - ledger.settings().settledRetention().toMillis();
            for (Entry entry = shelf.results().first();
                    entry != null && entry.at() < oldest && forgotten < SLICE;
                    entry = shelf.results().first()) {
                settling.dropResult(entry);
                forgotten++;
            }
            for (Entry entry = shelf.kept().first();
                    entry != null && !settling.isKeyKnown(entry) && forgotten < SLICE;
                    entry = shelf.kept().first()) {
                settling.forget(entry);
                forgotten++;
            }
            return forgotten == SLICE;
        }
    }

    private void abandon() {
        long oldest = ledger.now() - ledger.settings().maxAge().toMillis();
        int abandoned = xa.abandon(oldest);
        for (LocalBranch branch : List.copyOf(open)) {
            if (branch.openedAt() < oldest) {
                branch.rollback();
                abandoned++;
            }
        }
        try (Ledger.Turn turn = ledger.turn()) {
            for (int i = 0; i < abandoned; i++) {
                ledger.count(OutboxCounter.ABANDONED);
            }
        }
    }
}
