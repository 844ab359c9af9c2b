package org.smppra.outbox;

import java.util.Arrays;
import java.util.HexFormat;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/** A transaction branch's name, octet by octet as the transaction manager gave it. */
final class XidKey implements Xid {
    private final int formatId;
    private final byte[] globalTransactionId;
    private final byte[] branchQualifier;

    XidKey(int formatId, byte[] globalTransactionId, byte[] branchQualifier) {
        this.formatId = formatId;
        this.globalTransactionId = globalTransactionId.clone();
        this.branchQualifier = branchQualifier.clone();
    }

    /** @return null if it is none: no octets, too many of them, or the format that stands for no transaction */
    static @Nullable XidKey of(@Nullable Xid xid) {
        if (xid == null || xid.getFormatId() == -1) {
            return null;
        }
        byte[] global = xid.getGlobalTransactionId();
        byte[] branch = xid.getBranchQualifier();
        boolean right = global != null
                && branch != null
                && global.length > 0
                && global.length <= MAXGTRIDSIZE
                && branch.length <= MAXBQUALSIZE;
        return right ? new XidKey(xid.getFormatId(), global, branch) : null;
    }

    @Override
    public int getFormatId() {
        return formatId;
    }

    @Override
    public byte[] getGlobalTransactionId() {
        return globalTransactionId.clone();
    }

    @Override
    public byte[] getBranchQualifier() {
        return branchQualifier.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XidKey that
                && formatId == that.formatId
                && Arrays.equals(globalTransactionId, that.globalTransactionId)
                && Arrays.equals(branchQualifier, that.branchQualifier);
    }

    @Override
    public int hashCode() {
        return (formatId * 31 + Arrays.hashCode(globalTransactionId)) * 31 + Arrays.hashCode(branchQualifier);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return Integer.toHexString(formatId)
                + ":"
                + hex.formatHex(globalTransactionId)
                + ":"
                + hex.formatHex(branchQualifier);
    }
}
