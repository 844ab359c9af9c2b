package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalState;

/** What is on disk of how the inbox ended. */
final class InboxMark {
    private static final Logger LOG = System.getLogger(InboxMark.class.getName());

    /** Of more, all that is stored is doubtful. */
    private static final int MOST_LISTED = 10_000;

    private final Ledger ledger;
    private final long key;
    private volatile boolean open;

    InboxMark(Ledger ledger, long key) {
        this.ledger = ledger;
        this.key = key;
    }

    /** From now on an end is not orderly, unless it is marked so. Tried again until it is known to be on disk. */
    void open() {
        if (!open && !ledger.hasFailed()) {
            open = write(false);
        }
    }

    /** All that was to be written was handed to the journal: the end is an orderly one, if all of that is on disk. */
    void close() {
        if (ledger.journal().state() == JournalState.RUNNING) {
            write(true);
        }
    }

    private boolean write(boolean orderly) {
        StateRecord state = ledger.in(() -> state(orderly));
        try {
            ledger.journal().force(JournalBatch.of().put(key, state.encoded()));
            return true;
        } catch (JournalException e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-356 the inbox cannot note on disk that it was {0}; it counts as not closed: {1}",
                    orderly ? "closed" : "opened",
                    String.valueOf(e.getMessage()));
            return false;
        }
    }

    private StateRecord state(boolean orderly) {
        long doubtfulUpTo = ledger.doubtfulUpTo();
        List<Long> doubtful = new ArrayList<>();
        for (Shelf shelf : ledger.shelves().all()) {
            shelf.line().inHand().forEach(entry -> doubtful.add(entry.key));
            for (Entry entry : shelf.line().all()) {
                if (entry.doubtful && entry.key > doubtfulUpTo) {
                    doubtful.add(entry.key);
                }
            }
        }
        if (doubtful.size() > MOST_LISTED) {
            doubtfulUpTo = Collections.max(doubtful);
            doubtful.clear();
        }
        return new StateRecord(orderly, ledger.memory().forgottenUntil(), doubtfulUpTo, doubtful);
    }
}
