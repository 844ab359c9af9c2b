package org.smppra.outbox;

import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.smppra.SmppException;

/**
 * The branches of transaction managers. The state is here and on disk, not in any XAResource: every call may come from
 * any of them, also after a restart. Presumed abort; no heuristics of our own. Safe in any thread.
 *
 * <p>X/Open XA chapter 6 (state tables), JTA 2.0 section 3.4.
 */
public interface XaBranches {
    /**
     * Associates.
     *
     * @param flags TMNOFLAGS, TMJOIN or TMRESUME
     * @param resource who is associated: with one branch at a time, but for those it suspended
     * @return what the work of this association adds to
     * @throws XAException XAER_DUPID, XAER_NOTA, XAER_PROTO, XAER_INVAL, XAER_RMFAIL or XA_RB*
     */
    Branch start(Xid xid, int flags, Object resource) throws XAException;

    /** @param flags TMSUCCESS, TMFAIL or TMSUSPEND */
    void end(Xid xid, int flags, Object resource) throws XAException;

    /**
     * One append and one force.
     *
     * @return XA_OK; XA_RDONLY if the branch is empty, which is then forgotten
     */
    int prepare(Xid xid) throws XAException;

    /** One append and one force; then handed to who sends. No network. */
    void commit(Xid xid, boolean onePhase) throws XAException;

    void rollback(Xid xid) throws XAException;

    /** Drops what an operator decided heuristically. */
    void forget(Xid xid) throws XAException;

    /** @param flags TMSTARTRSCAN, TMENDRSCAN, both, or TMNOFLAGS */
    Xid[] recover(int flags) throws XAException;

    /**
     * This resource will never end what it started: its connection is destroyed. The branches it is associated with can
     * only be rolled back, which the transaction manager does.
     */
    void gone(Object resource);

    /** Branches that are prepared and not decided, or were decided by an operator and not forgotten; the oldest first. */
    List<InDoubt> inDoubt();

    /**
     * An operator decides instead of the transaction manager, which is told so when it asks, until it forgets the branch.
     *
     * @param id of {@link #inDoubt}
     * @return false if it is not in doubt any more
     * @throws SmppException if it could not be stored: nothing changed
     */
    boolean decide(String id, boolean commit) throws SmppException;
}
