package org.smppra.outbox;

import org.smppra.OutboxFullException;

/** How much the outbox may hold, and holds: all that is not settled, in open and prepared transactions too. */
final class Room {
    private final long capacity;
    private final long capacityOctets;
    private long messages;
    private long octets;

    Room(long capacity, long capacityOctets) {
        this.capacity = capacity;
        this.capacityOctets = capacityOctets;
    }

    void reserve(long more, long moreOctets) throws OutboxFullException {
        if (messages + more > capacity) {
            throw new OutboxFullException("outboxCapacity: " + messages + " messages are in the outbox, " + more
                    + " more would exceed " + capacity + "; try again when some are sent, or raise it");
        }
        if (octets + moreOctets > capacityOctets) {
            throw new OutboxFullException("outboxCapacityOctets: " + octets + " octets are in the outbox, " + moreOctets
                    + " more would exceed " + capacityOctets + "; try again when some are sent, or raise it");
        }
        take(more, moreOctets);
    }

    /** Whether there is room or not: it is on disk already. */
    void take(long more, long moreOctets) {
        messages += more;
        octets += moreOctets;
    }

    void free(Entry entry) {
        messages--;
        octets -= entry.octets();
    }

    long messages() {
        return messages;
    }

    long octets() {
        return octets;
    }
}
