package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smppra.Outcome;

/** What time alone does: ends what waits too long where nobody sends, forgets results, gives up dead transactions. */
final class Keeper {
    private static final Logger LOG = System.getLogger(Keeper.class.getName());
    private static final long SAY_EACH = 3_600_000;
    /** At a time, so that nobody waits for the lock. */
    private static final int SLICE = 1_000;

    private final Ledger ledger;
    private final Bodies bodies;
    private final Settling settling;
    private final JournalXaBranches xa;
    private final Set<LocalBranch> open;
    private long droppedSaid;
    private long saidAt;

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
        sayWhatIsDropped();
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
        if (abandoned > 0) {
            try (Ledger.Turn turn = ledger.turn()) {
                ledger.count(OutboxCounter.ABANDONED, abandoned);
            }
            LOG.log(
                    Level.WARNING,
                    "SMPP-318 {0} transactions that nobody had ended for {1} were rolled back",
                    Integer.toString(abandoned),
                    ledger.settings().maxAge());
        }
    }

    private void sayWhatIsDropped() {
        long dropped;
        try (Ledger.Turn turn = ledger.turn()) {
            dropped = ledger.counted(OutboxCounter.RESULTS_DROPPED);
        }
        if (dropped > droppedSaid && ledger.now() - saidAt > SAY_EACH) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-317 {0} results that no listener took were given up, by their age or their number",
                    Long.toString(dropped - droppedSaid));
            droppedSaid = dropped;
            saidAt = ledger.now();
        }
    }
}
