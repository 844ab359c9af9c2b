package org.smppra.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.smppra.pdu.SubmitSm;

/** What both hosts accepted: the newest in full, a count of all. */
final class MessageStore {
    private static final long FIRST_ID = 1_390_125_333L;

    private final int limit;
    private final Deque<StoredMessage> newest = new ArrayDeque<>();
    private long count;

    MessageStore(int limit) {
        this.limit = limit;
    }

    synchronized StoredMessage add(String systemId, String host, SubmitSm message, Instant now) {
        StoredMessage stored = new StoredMessage(String.valueOf(FIRST_ID + count++), systemId, host, message, now);
        newest.add(stored);
        if (newest.size() > limit) {
            newest.remove();
        }
        return stored;
    }

    synchronized List<StoredMessage> messages() {
        return List.copyOf(newest);
    }

    synchronized long count() {
        return count;
    }
}
