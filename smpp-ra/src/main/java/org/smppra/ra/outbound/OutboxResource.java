package org.smppra.ra.outbound;

import java.util.Arrays;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.outbox.Branch;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.XaBranches;

/**
 * The outbox as transaction managers see it. It knows nothing but the association of its connection: every branch may be
 * completed through any of these, also after a restart, and also while all hosts are down.
 *
 * <p>Jakarta Connectors section "XAResource-based Transaction Contract".
 */
public final class OutboxResource implements XAResource {
    private final Transactions transactions;
    private volatile @Nullable Association current;

    public OutboxResource(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Association(Xid xid, Branch branch) {
        boolean isOf(Xid other) {
            return xid.getFormatId() == other.getFormatId()
                    && Arrays.equals(xid.getGlobalTransactionId(), other.getGlobalTransactionId())
                    && Arrays.equals(xid.getBranchQualifier(), other.getBranchQualifier());
        }
    }

    /** What the work of the connection adds to now; null outside a transaction. */
    @Nullable
    Branch branch() {
        Association now = current;
        return now == null ? null : now.branch();
    }

    /** Waits for an outbox that still opens: an application that submits at the server's start is not refused. */
    @Override
    public void start(Xid xid, int flags) throws XAException {
        Branch branch;
        try {
            branch = transactions.outbox().xa().start(xid, flags, this);
        } catch (SmppException e) {
            throw failure(e);
        }
        current = new Association(xid, branch);
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        Association now = current;
        if (now != null && now.isOf(xid)) {
            current = null;
        }
        branches().end(xid, flags, this);
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        int vote = branches().prepare(xid);
        if (vote == XA_OK) {
            transactions.recovery().prepared();
        }
        return vote;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        branches().commit(xid, onePhase);
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        branches().rollback(xid);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        branches().forget(xid);
    }

    @Override
    public Xid[] recover(int flags) throws XAException {
        transactions.recovery().asked();
        return branches().recover(flags);
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other instanceof OutboxResource that && transactions == that.transactions;
    }

    /** 0: there is none here. The transaction manager alone decides how long a transaction may take. */
    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    /** @return false: a time of its own would only roll back what the transaction manager still wants */
    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        if (seconds < 0) {
            throw new XAException(XAException.XAER_INVAL);
        }
        return false;
    }

    /** The connection is destroyed: what it started and did not end can only be rolled back. */
    void gone() {
        current = null;
        Outbox open = transactions.openOutbox();
        if (open != null) {
            open.xa().gone(this);
        }
    }

    private XaBranches branches() throws XAException {
        Outbox open = transactions.openOutbox();
        if (open == null) {
            throw failure(null);
        }
        return open.xa();
    }

    /** The transaction manager tries again later. */
    private static XAException failure(@Nullable SmppException cause) {
        XAException failure = new XAException(
                cause == null ? "the outbox is not open; see the log (SMPP-320)" : String.valueOf(cause.getMessage()));
        failure.errorCode = XAException.XAER_RMFAIL;
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
