package org.smppra.ra.container;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A transaction manager in small: a transaction a thread, two phases, no log. */
public final class TinyTransactions implements TransactionSynchronizationRegistry {
    private final AtomicLong numbers = new AtomicLong();
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    private record Enlisted(XAResource resource, Xid xid, boolean joined) {}

    /** One transaction, active or suspended. */
    public static final class Transaction {
        private final long number;
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> interposed = new ArrayList<>();
        private final List<Enlisted> enlisted = new ArrayList<>();
        private final List<Runnable> ends = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;

        private Transaction(long number) {
            this.number = number;
        }

        /** The branches that are not joined to another. */
        public List<Xid> branches() {
            return enlisted.stream()
                    .filter(each -> !each.joined())
                    .map(Enlisted::xid)
                    .toList();
        }
    }

    public Transaction begin() {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction is active");
        }
        Transaction begun = new Transaction(numbers.incrementAndGet());
        current.set(begun);
        return begun;
    }

    public boolean isActive() {
        return current.get() != null;
    }

    public Transaction suspend() {
        Transaction suspended = current.get();
        current.remove();
        return suspended;
    }

    public void resume(Transaction suspended) {
        current.set(suspended);
    }

    /** Called when the transaction is over. */
    public void whenEnded(Runnable step) {
        current.get().ends.add(step);
    }

    public void enlist(XAResource resource) throws XAException {
        Transaction now = current.get();
        for (Enlisted each : now.enlisted) {
            if (each.resource() == resource) {
                throw new AssertionError("enlisted twice");
            }
            if (each.resource().isSameRM(resource)) {
                resource.start(each.xid(), XAResource.TMJOIN);
                now.enlisted.add(new Enlisted(resource, each.xid(), true));
                return;
            }
        }
        Xid xid = new TinyXid(now.number, now.enlisted.size());
        resource.start(xid, XAResource.TMNOFLAGS);
        now.enlisted.add(new Enlisted(resource, xid, false));
    }

    public void commit() throws XAException {
        Transaction now = current.get();
        if (now.status == Status.STATUS_MARKED_ROLLBACK) {
            rollback();
            throw new IllegalStateException("rolled back");
        }
        now.interposed.forEach(Synchronization::beforeCompletion);
        end(now, XAResource.TMSUCCESS);
        List<Enlisted> branches =
                now.enlisted.stream().filter(each -> !each.joined()).toList();
        try {
            if (branches.size() == 1) {
                branches.get(0).resource().commit(branches.get(0).xid(), true);
            } else {
                for (Enlisted each : prepared(branches)) {
                    each.resource().commit(each.xid(), false);
                }
            }
            complete(now, Status.STATUS_COMMITTED);
        } catch (XAException e) {
            complete(now, Status.STATUS_ROLLEDBACK);
            throw e;
        }
    }

    private static List<Enlisted> prepared(List<Enlisted> branches) throws XAException {
        List<Enlisted> prepared = new ArrayList<>();
        for (Enlisted each : branches) {
            if (each.resource().prepare(each.xid()) == XAResource.XA_OK) {
                prepared.add(each);
            }
        }
        return prepared;
    }

    /** As if the server ended after the first phase. */
    public void crashPrepared() throws XAException {
        Transaction now = suspend();
        end(now, XAResource.TMSUCCESS);
        prepared(now.enlisted.stream().filter(each -> !each.joined()).toList());
    }

    public void rollback() throws XAException {
        Transaction now = current.get();
        end(now, XAResource.TMFAIL);
        for (Enlisted each : now.enlisted) {
            if (!each.joined()) {
                each.resource().rollback(each.xid());
            }
        }
        complete(now, Status.STATUS_ROLLEDBACK);
    }

    private static void end(Transaction now, int flags) throws XAException {
        for (Enlisted each : now.enlisted) {
            each.resource().end(each.xid(), flags);
        }
    }

    /** The registry, as some servers do, no longer says a transaction is active when synchronizations hear of its end. */
    private void complete(Transaction now, int status) {
        now.status = status;
        current.remove();
        now.interposed.forEach(each -> each.afterCompletion(status));
        now.ends.forEach(Runnable::run);
    }

    @Override
    public Object getTransactionKey() {
        return current.get();
    }

    @Override
    public void putResource(Object key, Object value) {
        current.get().resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return current.get().resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        current.get().interposed.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return current.get() == null ? Status.STATUS_NO_TRANSACTION : current.get().status;
    }

    @Override
    public void setRollbackOnly() {
        current.get().status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
        return current.get().status == Status.STATUS_MARKED_ROLLBACK;
    }
}
