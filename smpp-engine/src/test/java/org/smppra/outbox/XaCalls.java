package org.smppra.outbox;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.smppra.SmppException;

/** One branch, two resources, and every call that a transaction manager or an operator may make. */
final class XaCalls {
    /** A call, and whether another resource than the first one makes it. */
    enum Call {
        START,
        JOIN,
        RESUME,
        END,
        FAIL,
        SUSPEND,
        OTHER_START,
        OTHER_JOIN,
        OTHER_RESUME,
        OTHER_END,
        OTHER_FAIL,
        OTHER_SUSPEND,
        PREPARE,
        COMMIT,
        COMMIT_ONE_PHASE,
        ROLLBACK,
        FORGET,
        WORK,
        OPERATOR_COMMITS,
        OPERATOR_ROLLS_BACK,
        REOPEN
    }

    private final OpenOutbox open;
    private final Xid xid;
    private Object resource = new Object();
    private Object other = new Object();
    private Branch work;

    XaCalls(OpenOutbox open, Xid xid) {
        this.open = open;
        this.xid = xid;
    }

    /** @return OK, RDONLY, or the name of the error's code */
    String make(Call call) {
        try {
            return run(call);
        } catch (XAException e) {
            return name(e.errorCode);
        } catch (SmppException e) {
            return e.code();
        }
    }

    private String run(Call call) throws XAException, SmppException {
        XaBranches xa = open.outbox().xa();
        switch (call) {
            case START -> work = xa.start(xid, XAResource.TMNOFLAGS, resource);
            case JOIN -> work = xa.start(xid, XAResource.TMJOIN, resource);
            case RESUME -> work = xa.start(xid, XAResource.TMRESUME, resource);
            case END -> xa.end(xid, XAResource.TMSUCCESS, resource);
            case FAIL -> xa.end(xid, XAResource.TMFAIL, resource);
            case SUSPEND -> xa.end(xid, XAResource.TMSUSPEND, resource);
            case OTHER_START -> work = xa.start(xid, XAResource.TMNOFLAGS, other);
            case OTHER_JOIN -> work = xa.start(xid, XAResource.TMJOIN, other);
            case OTHER_RESUME -> work = xa.start(xid, XAResource.TMRESUME, other);
            case OTHER_END -> xa.end(xid, XAResource.TMSUCCESS, other);
            case OTHER_FAIL -> xa.end(xid, XAResource.TMFAIL, other);
            case OTHER_SUSPEND -> xa.end(xid, XAResource.TMSUSPEND, other);
            case PREPARE -> {
                return xa.prepare(xid) == XAResource.XA_RDONLY ? "RDONLY" : "OK";
            }
            case COMMIT -> xa.commit(xid, false);
            case COMMIT_ONE_PHASE -> xa.commit(xid, true);
            case ROLLBACK -> xa.rollback(xid);
            case FORGET -> xa.forget(xid);
            case WORK -> {
                if (work == null) {
                    return "SMPP-TRANSACTION-OVER";
                }
                work.add(List.of(open.messages().next()));
            }
            case OPERATOR_COMMITS -> {
                return decide(xa, true);
            }
            case OPERATOR_ROLLS_BACK -> {
                return decide(xa, false);
            }
            case REOPEN -> {
                open.kill();
                resource = new Object();
                other = new Object();
                work = null;
            }
        }
        return "OK";
    }

    private String decide(XaBranches xa, boolean commit) throws SmppException {
        for (InDoubt branch : xa.inDoubt()) {
            if (branch.xid().contains(HexFormat.of().formatHex(xid.getGlobalTransactionId()))) {
                return xa.decide(branch.id(), commit) ? "OK" : "NOT";
            }
        }
        return "NOT";
    }

    boolean isRecovered() throws XAException {
        return Arrays.stream(open.outbox().xa().recover(XAResource.TMSTARTRSCAN))
                .anyMatch(found -> XidKey.of(found).equals(XidKey.of(xid)));
    }

    static String name(int code) {
        return switch (code) {
            case XAException.XAER_NOTA -> "NOTA";
            case XAException.XAER_PROTO -> "PROTO";
            case XAException.XAER_DUPID -> "DUPID";
            case XAException.XAER_INVAL -> "INVAL";
            case XAException.XAER_RMFAIL -> "RMFAIL";
            case XAException.XAER_RMERR -> "RMERR";
            case XAException.XA_RBROLLBACK -> "RB";
            case XAException.XA_HEURCOM -> "HEURCOM";
            case XAException.XA_HEURRB -> "HEURRB";
            default -> "code " + code;
        };
    }
}
