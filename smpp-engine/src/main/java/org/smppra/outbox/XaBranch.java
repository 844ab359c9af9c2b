package org.smppra.outbox;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.outbox.BranchRecord.BranchState;

/**
 * A branch of a transaction manager, and what is done in its name. Guarded by the lock of {@link JournalXaBranches}, but
 * for its work.
 *
 * <p>X/Open XA table 6-4: Active is {@link #isActive}, Idle is neither that nor prepared, Rollback Only, Prepared and
 * Heuristically Completed are what they are called.
 */
final class XaBranch implements Branch {
    private final XidKey xid;
    private final Pack pack;
    private final boolean uncertain;
    /** Who is associated, and whether its association is suspended. */
    private final Map<Object, Boolean> associations = new IdentityHashMap<>(2);

    private boolean rollbackOnly;
    /** Somebody is deciding it, and waits for the disk. */
    private boolean busy;

    private @Nullable BranchRecord record;
    private @Nullable Companion decision;
    private int prepared;
    private volatile boolean takes;

    XaBranch(XidKey xid, Pack pack) {
        this.xid = xid;
        this.pack = pack;
        this.uncertain = false;
    }

    /** One that was prepared before the outbox was opened. */
    XaBranch(BranchRecord record, Companion decision, Pack pack, boolean uncertain) {
        this.xid = record.xid();
        this.pack = pack;
        this.uncertain = uncertain;
        stored(record, decision);
    }

    @Override
    public List<Submission> add(List<OutboxMessage> messages) throws SmppException {
        if (!takes) {
            throw Pack.over();
        }
        return pack.add(messages);
    }

    @Override
    public void commit() throws SmppException {
        throw new IllegalStateException("its transaction manager decides");
    }

    @Override
    public void rollback() {
        throw new IllegalStateException("its transaction manager decides");
    }

    XidKey xid() {
        return xid;
    }

    Pack pack() {
        return pack;
    }

    /** Whether it may have been decided in a part of the journal that was damaged. */
    boolean isUncertain() {
        return uncertain;
    }

    boolean isAssociated(Object resource) {
        return associations.containsKey(resource);
    }

    boolean isSuspended(Object resource) {
        return Boolean.TRUE.equals(associations.get(resource));
    }

    boolean hasAssociations() {
        return !associations.isEmpty();
    }

    void associate(Object resource, boolean suspended) {
        associations.put(resource, suspended);
        takes = associations.containsValue(false);
    }

    void dissociate(Object resource) {
        associations.remove(resource);
        takes = associations.containsValue(false);
    }

    boolean isRollbackOnly() {
        return rollbackOnly;
    }

    void markRollbackOnly() {
        rollbackOnly = true;
    }

    boolean isBusy() {
        return busy;
    }

    void busy(boolean is) {
        busy = is;
    }

    /** Null: it is not prepared. */
    @Nullable
    BranchState state() {
        return record == null ? null : record.state();
    }

    @Nullable
    BranchRecord record() {
        return record;
    }

    @Nullable
    Companion decision() {
        return decision;
    }

    /** It is on disk as this. */
    final void stored(BranchRecord as, Companion by) {
        if (record == null) {
            prepared = pack.size();
        }
        record = as;
        decision = by;
    }

    InDoubt asInDoubt() {
        if (record == null || decision == null) {
            throw new IllegalStateException("not prepared");
        }
        return new InDoubt(
                Long.toString(decision.key()),
                xid.toString(),
                record.state().name(),
                Instant.ofEpochMilli(record.preparedAt()),
                prepared);
    }
}
