package org.smppra.ra.container;

import java.nio.ByteBuffer;
import javax.transaction.xa.Xid;

/** A branch of a transaction. */
public record TinyXid(long transaction, int branch) implements Xid {
    @Override
    public int getFormatId() {
        return 0x54_49_4e_59;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return ByteBuffer.allocate(8).putLong(transaction).array();
    }

    @Override
    public byte[] getBranchQualifier() {
        return ByteBuffer.allocate(4).putInt(branch).array();
    }
}
