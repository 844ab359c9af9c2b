package org.smppra.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the inbox ended.
 *
 * @param orderly false: it is open, or was when its process ended
 * @param forgottenUntil until then a receipt that is not remembered may have been committed
 * @param doubtfulUpTo what is stored under this key or a smaller one was stored before an end that was not orderly
 * @param doubtful other keys under which is stored what a listener may have committed
 */
record StateRecord(boolean orderly, Instant forgottenUntil, long doubtfulUpTo, List<Long> doubtful) {
    StateRecord {
        doubtful = List.copyOf(doubtful);
    }

    byte[] encoded() {
        RecordOutput out = new RecordOutput(RecordKind.STATE);
        out.truth(orderly).instant(forgottenUntil).number64(doubtfulUpTo).number32(doubtful.size());
        doubtful.forEach(out::number64);
        return out.toByteArray();
    }

    static StateRecord decoded(RecordInput in) throws RecordException {
        boolean orderly = in.truth();
        Instant forgottenUntil = in.instant();
        long doubtfulUpTo = in.number64();
        List<Long> doubtful = new ArrayList<>();
        for (int rest = in.count(); rest > 0; rest--) {
            doubtful.add(in.number64());
        }
        return new StateRecord(orderly, forgottenUntil, doubtfulUpTo, doubtful);
    }
}
