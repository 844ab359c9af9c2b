package org.smppra.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest entries of a row that never ends, each as octets, many in one array: as objects of their own they would be
 * most of what the garbage collector moves. The count of all is exact. For one thread at a time.
 */
final class NewestOctets {
    private static final int CHUNK = 64 * 1024;
    /** The size before each entry. */
    private static final int HEADER = 4;

    private final int most;
    private final long heaviest;
    /** What stands in them is never changed. */
    private final ArrayDeque<ByteBuffer> chunks = new ArrayDeque<>();
    /** Where the oldest entry begins, in the first chunk. */
    private int oldest;

    private int kept;
    private long weight;
    private long count;

    /**
     * @param most entries
     * @param heaviest octets of all entries; the newest is kept in any case
     */
    NewestOctets(int most, long heaviest) {
        this.most = most;
        this.heaviest = heaviest;
    }

    /** Room for an entry of this size, to be filled at once. */
    ByteBuffer add(int size) {
        while (kept > 0 && (kept == most || weight + size > heaviest)) {
            dropOldest();
        }
        count++;
        kept++;
        weight += size;
        return room(HEADER + size).putInt(size);
    }

    private ByteBuffer room(int needed) {
        ByteBuffer last = chunks.peekLast();
        if (last == null || last.remaining() < needed) {
            last = ByteBuffer.allocate(Math.max(CHUNK, needed));
            chunks.addLast(last);
        }
        return last;
    }

    private void dropOldest() {
        ByteBuffer first = chunks.getFirst();
        if (oldest == first.position()) {
            chunks.removeFirst();
            first = chunks.getFirst();
            oldest = 0;
        }
        int size = first.getInt(oldest);
        oldest += HEADER + size;
        kept--;
        weight -= size;
    }

    /** Of all that were ever added. */
    long count() {
        return count;
    }

    /** Those that are kept, the oldest first; they may be read when more have been added. */
    List<ByteBuffer> entries() {
        List<ByteBuffer> entries = new ArrayList<>(kept);
        int from = oldest;
        for (ByteBuffer chunk : chunks) {
            int end = chunk.position();
            while (from < end) {
                int size = chunk.getInt(from);
                entries.add(chunk.slice(from + HEADER, size));
                from += HEADER + size;
            }
            from = 0;
        }
        return entries;
    }
}
