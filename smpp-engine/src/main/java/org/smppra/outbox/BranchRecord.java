package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a transaction branch, as it is on disk.
 *
 * @param preparedAt in milliseconds
 * @param keys of its messages, while it is prepared
 */
record BranchRecord(BranchState state, XidKey xid, long preparedAt, List<Long> keys) {
    /** Their order stays as it is: it is on disks. */
    enum BranchState {
        PREPARED,
        COMMITTED,
        HEURISTIC_COMMIT,
        HEURISTIC_ROLLBACK
    }

    BranchRecord {
        keys = List.copyOf(keys);
    }

    /** Decided; which messages are its own is said by these. */
    BranchRecord as(BranchState now) {
        return new BranchRecord(now, xid, preparedAt, List.of());
    }

    byte[] encoded() {
        RecordOutput out = new RecordOutput(RecordKind.BRANCH)
                .number8(state.ordinal())
                .number32(xid.getFormatId())
                .bytes(xid.getGlobalTransactionId())
                .bytes(xid.getBranchQualifier())
                .number64(preparedAt)
                .number32(keys.size());
        keys.forEach(out::number64);
        return out.toByteArray();
    }

    static BranchRecord decoded(RecordInput in) throws RecordException {
        BranchState state = in.oneOf(BranchState.values());
        XidKey xid = new XidKey(in.number32(), in.bytes(), in.bytes());
        long preparedAt = in.number64();
        List<Long> keys = new ArrayList<>();
        for (int rest = in.count(); rest > 0; rest--) {
            keys.add(in.number64());
        }
        return new BranchRecord(state, xid, preparedAt, keys);
    }
}
