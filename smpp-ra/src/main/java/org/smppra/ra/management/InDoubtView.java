package org.smppra.ra.management;

import org.smppra.outbox.InDoubt;

/** A prepared transaction in JMX. */
public final class InDoubtView {
    private final InDoubt branch;

    InDoubtView(InDoubt branch) {
        this.branch = branch;
    }

    public String getId() {
        return branch.id();
    }

    /** Format identifier, global transaction id and branch qualifier, as hexadecimal digits. */
    public String getXid() {
        return branch.xid();
    }

    /** PREPARED, HEURISTIC_COMMIT or HEURISTIC_ROLLBACK. */
    public String getState() {
        return branch.state();
    }

    public String getPreparedAt() {
        return branch.preparedAt().toString();
    }

    public int getMessages() {
        return branch.messages();
    }
}
