package org.smppra.outbox;

import java.util.List;
import java.util.Set;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.journal.JournalBatch;

/** A transaction that is decided here, by its owner. */
final class LocalBranch implements Branch {
    private final Ledger ledger;
    private final Pack pack;
    private final Set<LocalBranch> open;

    /** @param open has it until it is decided */
    LocalBranch(Ledger ledger, Pack pack, Set<LocalBranch> open) {
        this.ledger = ledger;
        this.pack = pack;
        this.open = open;
        open.add(this);
    }

    long openedAt() {
        return pack.openedAt();
    }

    @Override
    public List<Submission> add(List<OutboxMessage> messages) throws SmppException {
        return pack.add(messages);
    }

    @Override
    public void commit() throws SmppException {
        if (!pack.close()) {
            throw Pack.over();
        }
        open.remove(this);
        JournalBatch batch = JournalBatch.of();
        pack.putInto(batch, 0);
        try {
            ledger.book().force(batch);
        } catch (SmppException e) {
            pack.drop();
            throw e;
        }
        pack.publish(null);
    }

    @Override
    public void rollback() {
        if (pack.close()) {
            open.remove(this);
            pack.drop();
        }
    }
}
