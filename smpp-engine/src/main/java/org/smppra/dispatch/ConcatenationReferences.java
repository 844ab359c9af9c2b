package org.smppra.dispatch;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.smppra.message.Address;

/**
 * The numbers by which a handset knows the parts of one message. Destinations share a fixed row of counters, each from
 * its own random start: a number comes back to a destination only after all others of its 8 or 16 bits went to it and to
 * the few that share its counter, and what a handset still holds from before a restart is hardly met.
 */
final class ConcatenationReferences {
    private static final int COUNTERS = 4096;

    private final AtomicIntegerArray counters = new AtomicIntegerArray(COUNTERS);

    ConcatenationReferences() {
        for (int i = 0; i < COUNTERS; i++) {
            counters.set(i, ThreadLocalRandom.current().nextInt());
        }
    }

    /** Its low 8 or 16 bits count. */
    int next(Address destination) {
        int hash = destination.value().hashCode();
        return counters.getAndIncrement((hash ^ hash >>> 16) & COUNTERS - 1);
    }
}
