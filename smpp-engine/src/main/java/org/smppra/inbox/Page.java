package org.smppra.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Remembered items that were added one after the other, as octets: an object each would take several times the memory. An
 * item is a time in seconds, a key and a value. Guarded by the lock of {@link Memory}.
 */
final class Page {
    /** No page is longer, for a place in it is a number of 16 bits. */
    static final int MAX_OCTETS = 0xFFFF;

    private static final int[] NONE = {};
    private static final int FULL_OCTETS = 32 << 10;
    private static final int HEADER = Integer.BYTES + Short.BYTES + Short.BYTES;

    /** Longer than these two no item is: nothing that comes in a PDU is. */
    private static final int MAX_ITEM = MAX_OCTETS - FULL_OCTETS - HEADER;

    private final int fullItems;
    private ByteBuffer octets;
    /** Of the keys, in their order; in memory only. */
    private int[] hashes;

    private int items;
    private int written;
    private List<Long> keys = new ArrayList<>(1);
    private boolean dropped;
    private boolean ended;

    /** Its number in its {@link Recent}. */
    private int number;

    Page(int fullItems) {
        this.fullItems = fullItems;
        this.octets = ByteBuffer.allocate(Math.min(1024, fullItems * 64));
        this.hashes = new int[Math.min(16, fullItems)];
    }

    static Page restored(byte[] items, long key) throws RecordException {
        Page page = new Page(1);
        page.hashes = NONE;
        page.octets = ByteBuffer.wrap(items).position(items.length);
        page.keys.add(key);
        page.written = items.length;
        page.ended = true;
        int at = 0;
        while (at < items.length) {
            boolean whole = at + HEADER <= items.length
                    && at + Integer.BYTES + Short.BYTES + page.keyLength(at) + Short.BYTES <= items.length
                    && page.next(at) <= items.length;
            if (!whole || at > MAX_OCTETS) {
                throw new RecordException("an item of a memory breaks at octet " + at);
            }
            page.items++;
            at = page.next(at);
        }
        if (page.items == 0) {
            throw new RecordException("a memory without an item");
        }
        return page;
    }

    /** Whether such an item is short enough for any page. */
    static boolean hasRoom(String key, byte[] value) {
        int room = MAX_ITEM - value.length;
        return key.length() <= room / 3 || key.getBytes(StandardCharsets.UTF_8).length <= room;
    }

    /** @return its place */
    int add(int seconds, byte[] key, byte[] value, int hash) {
        int at = length();
        int more = HEADER + key.length + value.length;
        if (octets.remaining() < more) {
            int size = Math.max(2 * octets.capacity(), at + more);
            octets = ByteBuffer.wrap(Arrays.copyOf(octets.array(), size)).position(at);
        }
        octets.putInt(seconds).putShort((short) key.length).put(key);
        octets.putShort((short) value.length).put(value);
        if (items == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * items);
        }
        hashes[items] = hash;
        items++;
        if (items >= fullItems || length() >= FULL_OCTETS) {
            end();
        }
        return at;
    }

    /** Nothing is added any more. */
    void end() {
        ended = true;
        octets = ByteBuffer.wrap(Arrays.copyOf(octets.array(), length())).position(length());
        hashes = Arrays.copyOf(hashes, items);
    }

    boolean ended() {
        return ended;
    }

    int length() {
        return octets.position();
    }

    int items() {
        return items;
    }

    int seconds(int at) {
        return octets.getInt(at);
    }

    int firstSeconds() {
        return seconds(0);
    }

    int lastSeconds() {
        int last = 0;
        for (int at = 0; at < length(); at = next(at)) {
            last = at;
        }
        return seconds(last);
    }

    private int keyLength(int at) {
        return octets.getShort(at + Integer.BYTES) & 0xFFFF;
    }

    private int valueAt(int at) {
        return at + Integer.BYTES + Short.BYTES + keyLength(at);
    }

    int next(int at) {
        int valueAt = valueAt(at);
        return valueAt + Short.BYTES + (octets.getShort(valueAt) & 0xFFFF);
    }

    private int keyAt(int at) {
        return at + Integer.BYTES + Short.BYTES;
    }

    boolean hasKey(int at, String key) {
        byte[] array = octets.array();
        int from = keyAt(at);
        int length = keyLength(at);
        if (length == key.length()) { // as nearly every key's is, which has no character of more octets than one
            for (int i = 0; i < length; i++) {
                if (array[from + i] != key.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
        return key.equals(key(at));
    }

    String key(int at) {
        return new String(octets.array(), keyAt(at), keyLength(at), StandardCharsets.UTF_8);
    }

    /** What is asked of each item. */
    interface Step {
        void item(int at, int hash);
    }

    void forEach(Step step) {
        int at = 0;
        for (int i = 0; i < items; i++) {
            step.item(at, hashes[i]);
            at = next(at);
        }
    }

    /** The hashes of one that was restored, which are not on disk. */
    void hash(ToIntFunction<String> hash) {
        if (hashes.length == 0) {
            hashes = new int[items];
            int at = 0;
            for (int i = 0; i < items; i++) {
                hashes[i] = hash.applyAsInt(key(at));
                at = next(at);
            }
        }
    }

    byte[] value(int at) {
        return Arrays.copyOfRange(octets.array(), valueAt(at) + Short.BYTES, next(at));
    }

    int number() {
        return number;
    }

    void number(int is) {
        number = is;
    }

    /** Whether some of it is not on its way to the disk yet, or all of it is to be put together there. */
    boolean isToBeWritten() {
        return written < length() || ended && keys.size() > 1;
    }

    /** What is not on its way to the disk yet; from now on it is, under this key, in place of those. */
    byte[] write(long key, List<Long> insteadOf, boolean whole) {
        byte[] some = Arrays.copyOfRange(octets.array(), whole ? 0 : written, length());
        if (whole) {
            insteadOf.addAll(keys);
            keys = new ArrayList<>(1);
        }
        keys.add(key);
        written = length();
        return some;
    }

    /** It is not known which of it is on disk. */
    void writeAgain() {
        written = 0;
    }

    /** Whether all of it is to be written as one, in place of its parts. */
    boolean isToBeWhole(int most) {
        return written == 0 || ended || keys.size() >= most;
    }

    boolean dropped() {
        return dropped;
    }

    /** @return under which keys it is on disk */
    List<Long> drop() {
        dropped = true;
        return keys;
    }
}
