package org.smppra.outbox;

import java.util.IdentityHashMap;
import java.util.Map;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

/** Who works for which branch: start and end. X/Open XA tables 6-2 and 6-4. Guarded by the lock of its owner. */
final class XaAssociations {
    private final Map<Object, XaBranch> active = new IdentityHashMap<>();

    void begin(XaBranch branch, Object resource) throws XAException {
        checkFree(resource);
        associate(branch, resource);
    }

    void join(XaBranch branch, Object resource) throws XAException {
        checkFree(resource);
        if (branch.state() != null) {
            throw XaFailure.proto("the branch is prepared");
        }
        if (branch.isSuspended(resource)) {
            throw XaFailure.proto("this resource suspended the branch: it can only resume it");
        }
        checkNotRollbackOnly(branch);
        associate(branch, resource);
    }

    void resume(XaBranch branch, Object resource) throws XAException {
        checkFree(resource);
        if (!branch.isSuspended(resource)) {
            throw XaFailure.proto("this resource did not suspend the branch");
        }
        if (branch.isRollbackOnly()) {
            branch.dissociate(resource);
        }
        checkNotRollbackOnly(branch);
        associate(branch, resource);
    }

    void checkFree(Object resource) throws XAException {
        if (active.containsKey(resource)) {
            throw XaFailure.proto("this resource is associated with a branch already");
        }
    }

    private static void checkNotRollbackOnly(XaBranch branch) throws XAException {
        if (branch.isRollbackOnly()) {
            throw XaFailure.rolledBack("the branch can only be rolled back: a part of its work failed");
        }
    }

    private void associate(XaBranch branch, Object resource) {
        branch.associate(resource, false);
        active.put(resource, branch);
    }

    void end(XaBranch branch, int flags, Object resource) throws XAException {
        boolean suspended = branch.isSuspended(resource);
        if (!branch.isAssociated(resource) || suspended && flags == XAResource.TMSUSPEND) {
            throw XaFailure.proto("this resource is not associated with the branch");
        }
        if (!suspended) {
            active.remove(resource);
        }
        if (flags == XAResource.TMSUSPEND && !branch.isRollbackOnly()) {
            branch.associate(resource, true);
            return;
        }
        branch.dissociate(resource);
        if (flags == XAResource.TMFAIL) {
            branch.markRollbackOnly();
        } else {
            checkNotRollbackOnly(branch);
        }
    }

    /** Ends all of it as failed. */
    void gone(Iterable<XaBranch> branches, Object resource) {
        active.remove(resource);
        for (XaBranch branch : branches) {
            if (branch.isAssociated(resource)) {
                branch.dissociate(resource);
                branch.markRollbackOnly();
            }
        }
    }

    /** Nobody works for this branch any more. */
    void drop(XaBranch branch) {
        active.values().removeIf(each -> each == branch);
    }
}
