package org.smppra.benchmark.responder;

import java.util.concurrent.atomic.LongAdder;

/** What a responder saw, over all connections. */
final class Counts {
    private final LongAdder submits = new LongAdder();
    private final LongAdder octets = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();

    void add(int submitted, int submittedOctets, int taken) {
        submits.add(submitted);
        octets.add(submittedOctets);
        acknowledged.add(taken);
    }

    long submits() {
        return submits.sum();
    }

    long octets() {
        return octets.sum();
    }

    long acknowledged() {
        return acknowledged.sum();
    }
}
