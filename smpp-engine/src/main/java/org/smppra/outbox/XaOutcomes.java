package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.transaction.xa.XAException;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.journal.JournalBatch;
import org.smppra.outbox.BranchRecord.BranchState;

/** Stores what becomes of a branch. One thread at a time for each branch, without a lock. */
final class XaOutcomes {
    private static final Logger LOG = System.getLogger(XaOutcomes.class.getName());

    private final Ledger ledger;
    private final Bodies bodies;

    XaOutcomes(Ledger ledger, Bodies bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    /** @return false if it is empty: nothing is stored, and it is over */
    boolean prepare(XaBranch branch) throws XAException {
        Pack pack = branch.pack();
        pack.close();
        if (pack.isEmpty()) {
            return false;
        }
        Companion decision = new Companion(ledger.book().newKey());
        decision.keep(true);
        BranchRecord record = new BranchRecord(BranchState.PREPARED, branch.xid(), ledger.now(), pack.keys());
        JournalBatch batch = JournalBatch.of().put(decision.key(), record.encoded());
        pack.putInto(batch, decision.key());
        try {
            ledger.book().force(batch);
        } catch (SmppException e) {
            // If it is on disk after all, it is in doubt after a restart, and no transaction manager commits it.
            pack.drop();
            throw XaFailure.of(XAException.XA_RBROLLBACK, String.valueOf(e.getMessage()), e);
        }
        pack.prepared();
        branch.stored(record, decision);
        return true;
    }

    void commitOnePhase(XaBranch branch) throws XAException {
        Pack pack = branch.pack();
        pack.close();
        JournalBatch batch = JournalBatch.of();
        pack.putInto(batch, 0);
        try {
            ledger.book().force(batch);
        } catch (SmppException e) {
            pack.drop();
            int code = e.sent() == Sent.NOTHING ? XAException.XA_RBROLLBACK : XAException.XAER_RMFAIL;
            throw XaFailure.of(code, String.valueOf(e.getMessage()), e);
        }
        pack.publish(null);
    }

    void commit(XaBranch branch) throws XAException {
        try {
            commitAs(branch, BranchState.COMMITTED);
        } catch (SmppException e) {
            throw XaFailure.of(XAException.XAER_RMFAIL, String.valueOf(e.getMessage()), e);
        }
    }

    private void commitAs(XaBranch branch, BranchState state) throws SmppException {
        BranchRecord record = stored(branch).as(state);
        Companion decision = decision(branch);
        ledger.book().force(JournalBatch.of().put(decision.key(), record.encoded()));
        branch.stored(record, decision);
        branch.pack().publish(decision);
        if (state == BranchState.COMMITTED) {
            goes(decision);
        }
    }

    /** Its record goes with the last of its messages; at once if there is none. */
    private void goes(Companion decision) {
        try (Ledger.Turn turn = ledger.turn()) {
            decision.keep(false);
            if (decision.isUnused()) {
                ledger.book().append(JournalBatch.of().remove(decision.key()));
            }
        }
    }

    void rollback(XaBranch branch) {
        if (branch.state() == null) {
            branch.pack().drop();
        } else if (branch.isUncertain()) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-314 branch {0} is rolled back, but may have been committed in a part of the journal that was"
                            + " damaged: its messages are held",
                    branch.xid());
            branch.pack()
                    .holdAll(
                            decision(branch),
                            "its transaction was rolled back, but may have been committed before the"
                                    + " journal was damaged");
        } else {
            // Without a force: if this is lost the branch is in doubt again, and is rolled back again.
            ledger.book().append(removal(branch).remove(decision(branch).key()));
            branch.pack().drop();
        }
    }

    private static JournalBatch removal(XaBranch branch) {
        JournalBatch batch = JournalBatch.of();
        branch.pack().keys().forEach(batch::remove);
        return batch;
    }

    /** An operator's will; known to the transaction manager until it forgets. */
    void decide(XaBranch branch, boolean commit) throws SmppException {
        if (commit) {
            commitAs(branch, BranchState.HEURISTIC_COMMIT);
            return;
        }
        BranchRecord record = stored(branch).as(BranchState.HEURISTIC_ROLLBACK);
        Companion decision = decision(branch);
        ledger.book().force(removal(branch).put(decision.key(), record.encoded()));
        branch.stored(record, decision);
        branch.pack().drop();
    }

    void forget(XaBranch branch) throws XAException {
        Companion decision = decision(branch);
        BranchRecord record = stored(branch).as(BranchState.COMMITTED);
        try {
            ledger.book().force(JournalBatch.of().put(decision.key(), record.encoded()));
        } catch (SmppException e) {
            throw XaFailure.of(XAException.XAER_RMFAIL, String.valueOf(e.getMessage()), e);
        }
        goes(decision);
    }

    private static BranchRecord stored(XaBranch branch) {
        BranchRecord record = branch.record();
        if (record == null) {
            throw new IllegalStateException("not prepared");
        }
        return record;
    }

    private static Companion decision(XaBranch branch) {
        Companion decision = branch.decision();
        if (decision == null) {
            throw new IllegalStateException("not prepared");
        }
        return decision;
    }
}
