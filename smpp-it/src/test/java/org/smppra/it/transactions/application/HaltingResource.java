package org.smppra.it.transactions.application;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A resource manager that keeps its prepared branches in files, and in which the server dies. */
final class HaltingResource implements XAResource {
    /** Where the JVM ends: instead of a vote, or after the coordinator decided and before this branch is committed. */
    enum Point {
        PREPARE,
        COMMIT,
        NOWHERE
    }

    private final HaltingBranches branches;
    private final Point point;
    private final Runnable halt;

    HaltingResource(HaltingBranches branches, Point point, Runnable halt) {
        this.branches = branches;
        this.point = point;
        this.halt = halt;
    }

    @Override
    public void start(Xid xid, int flags) {}

    @Override
    public void end(Xid xid, int flags) {}

    @Override
    public int prepare(Xid xid) throws XAException {
        if (point == Point.PREPARE) {
            halt.run();
        }
        branches.prepare(xid);
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        if (point == Point.COMMIT) {
            halt.run();
        }
        branches.end(xid);
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        branches.end(xid);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        branches.end(xid);
    }

    @Override
    public Xid[] recover(int flags) throws XAException {
        return (flags & TMSTARTRSCAN) != 0 ? branches.prepared() : new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
