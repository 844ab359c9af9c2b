package org.smppra.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that got no answer in time, so that one that comes late is still known; only the newest of them. */
final class LateCalls<C> {
    private final Map<Integer, C> calls = new LinkedHashMap<>();
    private final int most;

    LateCalls(int most) {
        this.most = most;
    }

    void add(int sequenceNumber, C call) {
        calls.put(sequenceNumber, call);
        if (calls.size() > most) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    /** Null if none of this sequence number is remembered. */
    @Nullable
    C at(int sequenceNumber) {
        return calls.get(sequenceNumber);
    }

    void forget(int sequenceNumber) {
        calls.remove(sequenceNumber);
    }
}
