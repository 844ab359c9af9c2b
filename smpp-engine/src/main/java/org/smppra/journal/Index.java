package org.smppra.journal;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Where each live entry stands. In shards, so that readers seldom wait for each other and a table that grows stops nobody
 * for long. Changed by the writer thread only.
 */
final class Index {
    private static final int SHARDS = 64;

    private final IndexShard[] shards = new IndexShard[SHARDS];
    private volatile int size;
    private volatile long octets;

    Index() {
        Arrays.setAll(shards, i -> new IndexShard());
    }

    /** The upper bits choose the shard, the lower ones the slot. */
    static long hash(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 32;
    }

    private static int shard(long hash) {
        return (int) (hash >>> 58);
    }

    int size() {
        return size;
    }

    long octets() {
        return octets;
    }

    @Nullable
    Live get(long key) {
        long hash = hash(key);
        return shards[shard(hash)].get(key, hash);
    }

    /** The entry of the key stands here now. @return what it had been */
    @Nullable
    Live put(long key, long place, int length) {
        long hash = hash(key);
        Live old = shards[shard(hash)].put(key, hash, place, length);
        count(old == null ? 1 : 0, old == null ? length : length - old.octets());
        return old;
    }

    /** There is no entry of the key any more. @return what it had been */
    @Nullable
    Live remove(long key) {
        long hash = hash(key);
        Live old = shards[shard(hash)].remove(key, hash);
        if (old != null) {
            count(-1, -old.octets());
        }
        return old;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes, many read
    private void count(int entries, int length) {
        size += entries;
        octets += length;
    }

    /** All keys whose entries stand in this segment: walks through everything. */
    long[] keysIn(long segment) {
        return Arrays.stream(shards)
                .flatMapToLong(s -> LongStream.of(s.keysIn(segment)))
                .toArray();
    }
}
