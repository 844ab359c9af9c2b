package org.smppra.outbox;

import java.util.List;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.journal.Batch;

/** A transaction that is decided here, by its owner. */
final class LocalBranch implements Branch {
    private final Ledger ledger;
    private final Pack pack;
    private final OpenPacks open;

    LocalBranch(Ledger ledger, Pack pack, OpenPacks open) {
        this.ledger = ledger;
        this.pack = pack;
        this.open = open;
        open.add(pack);
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
        open.remove(pack);
        Batch batch = ledger.book().batch();
        pack.putInto(batch, 0);
        try {
            ledger.book().force(batch).await();
        } catch (SmppException e) {
            pack.drop();
            throw e;
        }
        pack.publish(null);
    }

    @Override
    public void rollback() {
        if (pack.close()) {
            open.remove(pack);
            pack.drop();
        }
    }
}
