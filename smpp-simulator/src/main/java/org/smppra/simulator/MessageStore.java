package org.smppra.simulator;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.pdu.SubmitSm;

/**
 * The newest accepted messages; the count of all is exact. Each is kept as the octets in which it came, many in one
 * array: as objects of their own they would be most of what the garbage collector moves.
 */
final class MessageStore {
    /** Who sent it where. */
    private record Origin(String systemId, String host, IdForm ids) {}

    private static final int CHUNK = 64 * 1024;
    /** Length of the PDU, number of the origin, message id, second and nanosecond of its arrival. */
    private static final int HEADER = 4 + 4 + 8 + 8 + 4;

    private final int most;
    private final long heaviest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();
    /** What stands in them is never changed. */
    private final ArrayDeque<ByteBuffer> chunks = new ArrayDeque<>();
    /** Where the oldest entry begins, in the first chunk. */
    private int oldest;

    private int kept;
    private long weight;
    private long count;

    /**
     * @param most messages
     * @param heaviest octets of their PDUs
     */
    MessageStore(int most, long heaviest) {
        this.most = most;
        this.heaviest = heaviest;
    }

    /** A short name for what many messages have in common. */
    int origin(String systemId, String host, IdForm ids) {
        lock.lock();
        try {
            return numbers.computeIfAbsent(new Origin(systemId, host, ids), origin -> {
                origins.add(origin);
                return origins.size() - 1;
            });
        } finally {
            lock.unlock();
        }
    }

    /** @param octets a submit_sm that the codec can read begins in them at {@code from} */
    void add(long messageId, int origin, Instant receivedAt, byte[] octets, int from, int length) {
        lock.lock();
        try {
            ByteBuffer entries = room(HEADER + length);
            entries.putInt(length)
                    .putInt(origin)
                    .putLong(messageId)
                    .putLong(receivedAt.getEpochSecond())
                    .putInt(receivedAt.getNano())
                    .put(octets, from, length);
            count++;
            kept++;
            weight += length;
            while (kept > most || weight > heaviest) {
                dropOldest();
            }
        } finally {
            lock.unlock();
        }
    }

    private ByteBuffer room(int needed) {
        ByteBuffer last = chunks.peekLast();
        if (last == null || last.remaining() < needed) {
            if (kept == 0) {
                chunks.clear();
                oldest = 0;
            }
            last = ByteBuffer.allocate(Math.max(CHUNK, needed));
            chunks.addLast(last);
        }
        return last;
    }

    private void dropOldest() {
        ByteBuffer first = chunks.getFirst();
        int length = first.getInt(oldest);
        kept--;
        weight -= length;
        oldest += HEADER + length;
        if (oldest == first.position() && chunks.size() > 1) {
            chunks.removeFirst();
            oldest = 0;
        }
    }

    /** Of all that were ever added. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Those that are kept, the oldest first. */
    List<StoredMessage> list() {
        List<ByteBuffer> views = new ArrayList<>();
        List<Origin> names;
        lock.lock();
        try {
            for (ByteBuffer chunk : chunks) {
                views.add(chunk.duplicate().flip());
            }
            if (!views.isEmpty()) {
                views.get(0).position(oldest);
            }
            names = List.copyOf(origins);
        } finally {
            lock.unlock();
        }
        List<StoredMessage> messages = new ArrayList<>();
        for (ByteBuffer view : views) {
            while (view.hasRemaining()) {
                messages.add(next(view, names));
            }
        }
        return Collections.unmodifiableList(messages);
    }

    private static StoredMessage next(ByteBuffer view, List<Origin> names) {
        int length = view.getInt();
        Origin origin = names.get(view.getInt());
        long messageId = view.getLong();
        Instant receivedAt = Instant.ofEpochSecond(view.getLong(), view.getInt());
        int from = view.position();
        view.position(from + length);
        try {
            SubmitSm message =
                    (SubmitSm) Codec.decode(view.array(), from, length).body();
            return new StoredMessage(origin.ids.write(messageId), origin.systemId, origin.host, message, receivedAt);
        } catch (PduException e) {
            throw new IllegalStateException("it could be read when it came", e);
        }
    }
}
