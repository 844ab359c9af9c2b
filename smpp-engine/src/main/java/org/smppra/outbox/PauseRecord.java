package org.smppra.outbox;

import org.smppra.Direction;

/** An operator stopped one way of an account. */
record PauseRecord(AccountKey account, Direction direction) {
    byte[] encoded() {
        return new RecordOutput(RecordKind.PAUSE)
                .account(account)
                .number8(direction.ordinal())
                .toByteArray();
    }

    static PauseRecord decoded(RecordInput in) throws RecordException {
        return new PauseRecord(in.account(), in.oneOf(Direction.values()));
    }
}
