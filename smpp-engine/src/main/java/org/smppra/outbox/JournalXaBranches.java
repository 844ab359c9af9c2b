package org.smppra.outbox;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.outbox.BranchRecord.BranchState;

/**
 * The state machine of branches: who may call what, and in which order. What is decided is stored by {@link XaOutcomes},
 * without the lock; until then the branch is busy, and who else wants it waits.
 */
final class JournalXaBranches implements XaBranches {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private final Map<XidKey, XaBranch> branches = new HashMap<>();
    private final XaAssociations associations = new XaAssociations();
    private final Ledger ledger;
    private final Bodies bodies;
    private final XaOutcomes outcomes;

    JournalXaBranches(Ledger ledger, Bodies bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
        this.outcomes = new XaOutcomes(ledger, bodies);
    }

    private interface Step<T> {
        T run() throws XAException;
    }

    private <T> T locked(Step<T> step) throws XAException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Branch start(@Nullable Xid xid, int flags, Object resource) throws XAException {
        XidKey key = key(xid);
        if (ledger.book().hasFailed()) {
            throw XaFailure.of(XAException.XAER_RMFAIL, "the outbox can store nothing until the adapter starts again");
        }
        return locked(() -> {
            switch (flags) {
                case XAResource.TMNOFLAGS -> {
                    return begin(key, resource);
                }
                case XAResource.TMJOIN -> associations.join(idle(key), resource);
                case XAResource.TMRESUME -> associations.resume(idle(key), resource);
                default -> throw XaFailure.inval("flags of start: " + flags);
            }
            return idle(key);
        });
    }

    private XaBranch begin(XidKey key, Object resource) throws XAException {
        if (branches.containsKey(key)) {
            throw XaFailure.of(XAException.XAER_DUPID, "the branch exists already");
        }
        if (branches.size() >= ledger.bounds().openTransactions()) {
            throw XaFailure.of(
                    XAException.XAER_RMERR,
                    branches.size() + " branches are open: does somebody start transactions and not end them?");
        }
        XaBranch branch = new XaBranch(key, new Pack(ledger, bodies));
        associations.begin(branch, resource);
        branches.put(key, branch);
        return branch;
    }

    @Override
    public void end(@Nullable Xid xid, int flags, Object resource) throws XAException {
        XidKey key = key(xid);
        if (flags != XAResource.TMSUCCESS && flags != XAResource.TMFAIL && flags != XAResource.TMSUSPEND) {
            throw XaFailure.inval("flags of end: " + flags);
        }
        locked(() -> {
            XaBranch branch = idle(key);
            associations.end(branch, flags, resource);
            return branch;
        });
    }

    @Override
    public int prepare(@Nullable Xid xid) throws XAException {
        XaBranch branch = claim(key(xid));
        boolean stays = true;
        try {
            checkEnded(branch);
            if (branch.state() != null) {
                throw XaFailure.proto("the branch is prepared already");
            }
            stays = false;
            checkWhole(branch);
            stays = outcomes.prepare(branch);
            return stays ? XAResource.XA_OK : XAResource.XA_RDONLY;
        } finally {
            release(branch, stays);
        }
    }

    @Override
    public void commit(@Nullable Xid xid, boolean onePhase) throws XAException {
        XaBranch branch = claim(key(xid));
        boolean stays = true;
        try {
            checkNotHeuristic(branch);
            checkEnded(branch);
            if (onePhase != (branch.state() == null)) {
                throw XaFailure.proto(onePhase ? "the branch is prepared" : "the branch is not prepared");
            }
            if (onePhase) {
                stays = false;
                checkWhole(branch);
                outcomes.commitOnePhase(branch);
            } else {
                outcomes.commit(branch);
                stays = false;
            }
        } finally {
            release(branch, stays);
        }
    }

    @Override
    public void rollback(@Nullable Xid xid) throws XAException {
        XaBranch branch = claim(key(xid));
        boolean stays = true;
        try {
            checkNotHeuristic(branch);
            checkEnded(branch);
            stays = false;
            outcomes.rollback(branch);
        } finally {
            release(branch, stays);
        }
    }

    @Override
    public void forget(@Nullable Xid xid) throws XAException {
        XaBranch branch = claim(key(xid));
        boolean stays = true;
        try {
            if (branch.state() != BranchState.HEURISTIC_COMMIT && branch.state() != BranchState.HEURISTIC_ROLLBACK) {
                throw XaFailure.proto("nobody decided the branch heuristically");
            }
            outcomes.forget(branch);
            stays = false;
        } finally {
            release(branch, stays);
        }
    }

    @Override
    public Xid[] recover(int flags) throws XAException {
        if ((flags & ~(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN)) != 0) {
            throw XaFailure.inval("flags of recover: " + flags);
        }
        if ((flags & XAResource.TMSTARTRSCAN) == 0) {
            return new Xid[0]; // a scan gives all at its start
        }
        return locked(() -> branches.values().stream()
                .filter(branch -> branch.state() != null)
                .map(XaBranch::xid)
                .toArray(Xid[]::new));
    }

    @Override
    public void gone(Object resource) {
        lock.lock();
        try {
            associations.gone(branches.values(), resource);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<InDoubt> inDoubt() {
        lock.lock();
        try {
            return branches.values().stream()
                    .filter(branch -> branch.state() != null)
                    .map(XaBranch::asInDoubt)
                    .sorted(Comparator.comparing(InDoubt::preparedAt).thenComparing(InDoubt::id))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean decide(String id, boolean commit) throws SmppException {
        XaBranch branch;
        lock.lock();
        try {
            XidKey key = branches.values().stream()
                    .filter(each -> each.decision() != null
                            && Long.toString(each.decision().key()).equals(id))
                    .map(XaBranch::xid)
                    .findFirst()
                    .orElse(null);
            branch = key == null ? null : idleOrNull(key);
            if (branch == null || branch.state() != BranchState.PREPARED) {
                return false;
            }
            branch.busy(true);
        } finally {
            lock.unlock();
        }
        try {
            outcomes.decide(branch, commit);
            return true;
        } finally {
            release(branch, true);
        }
    }

    /** A branch that was prepared before the outbox was opened. */
    void restore(XaBranch branch) {
        branches.put(branch.xid(), branch);
    }

    /** Rolls back what was opened before that time, and never prepared: its transaction manager is gone. */
    int abandon(long openedBefore) {
        lock.lock();
        try {
            List<XaBranch> old = branches.values().stream()
                    .filter(branch -> branch.state() == null
                            && !branch.isBusy()
                            && branch.pack().openedAt() < openedBefore)
                    .toList();
            for (XaBranch branch : old) {
                branches.remove(branch.xid());
                associations.drop(branch);
                branch.pack().drop();
            }
            return old.size();
        } finally {
            lock.unlock();
        }
    }

    private static XidKey key(@Nullable Xid xid) throws XAException {
        XidKey key = XidKey.of(xid);
        if (key == null) {
            throw XaFailure.inval("no valid Xid");
        }
        return key;
    }

    private XaBranch claim(XidKey key) throws XAException {
        return locked(() -> {
            XaBranch branch = idle(key);
            branch.busy(true);
            return branch;
        });
    }

    /** The branch, when nobody decides it. Under the lock. */
    private XaBranch idle(XidKey key) throws XAException {
        XaBranch branch = idleOrNull(key);
        if (branch == null) {
            throw XaFailure.notA();
        }
        return branch;
    }

    private @Nullable XaBranch idleOrNull(XidKey key) {
        XaBranch branch = branches.get(key);
        while (branch != null && branch.isBusy()) {
            free.awaitUninterruptibly();
            branch = branches.get(key);
        }
        return branch;
    }

    private void release(XaBranch branch, boolean stays) {
        lock.lock();
        try {
            branch.busy(false);
            if (!stays) {
                branches.remove(branch.xid());
            }
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void checkEnded(XaBranch branch) throws XAException {
        if (branch.hasAssociations()) {
            throw XaFailure.proto("a resource is still associated with the branch");
        }
    }

    /** Else it is rolled back, and gone. */
    private static void checkWhole(XaBranch branch) throws XAException {
        if (branch.isRollbackOnly()) {
            branch.pack().drop();
            throw XaFailure.rolledBack("a part of the branch's work failed: it is rolled back");
        }
    }

    private static void checkNotHeuristic(XaBranch branch) throws XAException {
        if (branch.state() == BranchState.HEURISTIC_COMMIT) {
            throw XaFailure.of(XAException.XA_HEURCOM, "an operator committed the branch");
        }
        if (branch.state() == BranchState.HEURISTIC_ROLLBACK) {
            throw XaFailure.of(XAException.XA_HEURRB, "an operator rolled the branch back");
        }
    }
}
