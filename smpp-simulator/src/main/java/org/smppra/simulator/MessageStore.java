package org.smppra.simulator;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.pdu.SubmitSm;

/** The newest accepted messages, as the octets in which they came. */
final class MessageStore {
    /** Number of the origin, message id, second and nanosecond of its arrival. */
    private static final int HEADER = 4 + 8 + 8 + 4;

    private final Origins origins;
    private final ReentrantLock lock = new ReentrantLock();
    private final NewestOctets newest;

    /**
     * @param most messages
     * @param heaviest octets of their PDUs and what is known of them
     */
    MessageStore(int most, long heaviest, Origins origins) {
        this.newest = new NewestOctets(most, heaviest);
        this.origins = origins;
    }

    /** @param octets a submit_sm that the codec can read begins in them at {@code from} */
    void add(long messageId, int origin, Instant receivedAt, byte[] octets, int from, int length) {
        lock.lock();
        try {
            newest.add(HEADER + length)
                    .putInt(origin)
                    .putLong(messageId)
                    .putLong(receivedAt.getEpochSecond())
                    .putInt(receivedAt.getNano())
                    .put(octets, from, length);
        } finally {
            lock.unlock();
        }
    }

    /** Of all that were ever added. */
    long count() {
        lock.lock();
        try {
            return newest.count();
        } finally {
            lock.unlock();
        }
    }

    /** Those that are kept, the oldest first. */
    List<StoredMessage> list() {
        List<ByteBuffer> entries;
        lock.lock();
        try {
            entries = newest.entries();
        } finally {
            lock.unlock();
        }
        return entries.stream().map(this::read).toList();
    }

    private StoredMessage read(ByteBuffer entry) {
        Origins.Origin origin = origins.of(entry.getInt());
        String messageId = origin.ids().write(entry.getLong());
        Instant receivedAt = Instant.ofEpochSecond(entry.getLong(), entry.getInt());
        byte[] octets = new byte[entry.remaining()];
        entry.get(octets);
        try {
            SubmitSm message = (SubmitSm) Codec.decode(octets, 0, octets.length).body();
            return new StoredMessage(messageId, origin.systemId(), origin.host(), message, receivedAt);
        } catch (PduException e) {
            throw new IllegalStateException("it could be read when it came", e);
        }
    }
}
