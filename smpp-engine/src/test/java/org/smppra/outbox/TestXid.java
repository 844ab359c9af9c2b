package org.smppra.outbox;

import java.nio.ByteBuffer;
import javax.transaction.xa.Xid;

/** A transaction manager's own class for an Xid. */
record TestXid(int formatId, long global, long branch) implements Xid {
    static TestXid of(long global) {
        return new TestXid(131077, global, 1);
    }

    @Override
    public int getFormatId() {
        return formatId;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return ByteBuffer.allocate(8).putLong(global).array();
    }

    @Override
    public byte[] getBranchQualifier() {
        return ByteBuffer.allocate(8).putLong(branch).array();
    }
}
