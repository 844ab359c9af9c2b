package org.smppra.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one record is to do: puts and removals, taking effect in this order, all or none of them. Not for use by several
 * threads, and not to be changed once it was handed to a journal; neither are its bodies.
 */
public final class JournalBatch {
    /** No record is larger: 64 MiB of bodies and their headers. */
    public static final int MAX_OCTETS = 64 << 20;

    /** No key is larger: 2^62. */
    public static final long MAX_KEY = 1L << 62;

    private long[] keys = new long[2];
    private byte[] @Nullable [] bodies = new byte[2][];
    private int size;
    private int octets;
    private boolean uncertain;

    private JournalBatch() {}

    /** An empty batch. */
    public static JournalBatch of() {
        return new JournalBatch();
    }

    /**
     * The entry of this key is to be this body; one that there was is replaced.
     *
     * @param key above zero, at most {@link #MAX_KEY}
     * @param body not copied
     * @throws IllegalArgumentException if the key is out of range, or the batch grows beyond {@link #MAX_OCTETS}
     */
    public JournalBatch put(long key, byte[] body) {
        add(key, body, body.length);
        return this;
    }

    /**
     * The entry of this key is to go; if there is none, nothing happens.
     *
     * @param key above zero, at most {@link #MAX_KEY}
     * @throws IllegalArgumentException if the key is out of range, or the batch grows beyond {@link #MAX_OCTETS}
     */
    public JournalBatch remove(long key) {
        add(key, null, 0);
        return this;
    }

    private void add(long key, byte @Nullable [] body, int length) {
        if (key <= 0 || key > MAX_KEY) {
            throw new IllegalArgumentException("key must be above 0 and at most 2^62, is " + key);
        }
        if (length > MAX_OCTETS - octets - EntryFormat.HEADER) {
            throw new IllegalArgumentException("A batch may have " + MAX_OCTETS + " octets, this has more");
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            bodies = Arrays.copyOf(bodies, 2 * size);
        }
        keys[size] = key;
        bodies[size++] = body;
        octets += EntryFormat.HEADER + length;
    }

    /** How many puts and removals there are. */
    public int size() {
        return size;
    }

    /** The octets that it takes in a record, without the record's own header. */
    public int octets() {
        return octets;
    }

    /** Copies of entries that stand before damage: the mark goes with them. */
    static JournalBatch ofUncertain() {
        JournalBatch batch = new JournalBatch();
        batch.uncertain = true;
        return batch;
    }

    /**
     * Takes away what is behind so many octets, and returns it; if not even the first fits, nothing is taken away. Not for
     * batches that are to be whole.
     */
    JournalBatch behind(int room) {
        JournalBatch rest = uncertain ? ofUncertain() : of();
        int fits = 0;
        int kept = 0;
        while (fits < size && kept + octets(fits) <= room) {
            kept += octets(fits++);
        }
        if (fits > 0) {
            for (int i = fits; i < size; i++) {
                rest.add(keys[i], bodies[i], octets(i) - EntryFormat.HEADER);
            }
            size = fits;
            octets = kept;
        }
        return rest;
    }

    private int octets(int index) {
        byte[] body = bodies[index];
        return EntryFormat.HEADER + (body == null ? 0 : body.length);
    }

    boolean uncertain() {
        return uncertain;
    }

    long key(int index) {
        return keys[index];
    }

    /** Null for a removal. */
    byte @Nullable [] body(int index) {
        return bodies[index];
    }
}
