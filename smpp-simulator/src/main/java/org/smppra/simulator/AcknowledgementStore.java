package org.smppra.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.message.CommandStatus;

/** The newest answers to deliver_sm. */
final class AcknowledgementStore {
    /** Number of the origin, command_status. */
    private static final int HEADER = 4 + 4;

    private final Origins origins;
    private final ReentrantLock lock = new ReentrantLock();
    private final NewestOctets newest;

    /**
     * @param most answers
     * @param heaviest octets of their keys and what is known of them
     */
    AcknowledgementStore(int most, long heaviest, Origins origins) {
        this.newest = new NewestOctets(most, heaviest);
        this.origins = origins;
    }

    void add(int origin, CommandStatus status, String key) {
        byte[] octets = key.getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            newest.add(HEADER + octets.length)
                    .putInt(origin)
                    .putInt(status.value())
                    .put(octets);
        } finally {
            lock.unlock();
        }
    }

    /** Those that are kept, the oldest first. */
    List<Acknowledgement> list() {
        List<ByteBuffer> entries;
        lock.lock();
        try {
            entries = newest.entries();
        } finally {
            lock.unlock();
        }
        return entries.stream().map(this::read).toList();
    }

    private Acknowledgement read(ByteBuffer entry) {
        Origins.Origin origin = origins.of(entry.getInt());
        CommandStatus status = CommandStatus.of(entry.getInt());
        String key = StandardCharsets.UTF_8.decode(entry).toString();
        return new Acknowledgement(key, origin.systemId(), status, origin.host());
    }
}
