package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that were about to be written and may be sent again: tells after a restart which of them may arrive twice. A
 * lost one costs nothing but that knowledge.
 *
 * @param keys of the messages
 */
record FlightRecord(List<Long> keys) {
    FlightRecord {
        keys = List.copyOf(keys);
    }

    byte[] encoded() {
        RecordOutput out = new RecordOutput(RecordKind.FLIGHT).number32(keys.size());
        keys.forEach(out::number64);
        return out.toByteArray();
    }

    static FlightRecord decoded(RecordInput in) throws RecordException {
        List<Long> keys = new ArrayList<>();
        for (int rest = in.count(); rest > 0; rest--) {
            keys.add(in.number64());
        }
        return new FlightRecord(keys);
    }
}
