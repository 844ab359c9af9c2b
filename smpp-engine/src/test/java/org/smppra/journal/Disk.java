package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/** The octets of a file in a {@link PowerCutFiles}, as everybody sees them and as they are on disk. */
final class Disk {
    private static final int SECTOR = 512;

    private byte[] now;
    private int size;
    private int forcedSize;

    /** The octets that a sector had when it was last forced, of those that were written since. */
    private final TreeMap<Integer, byte[]> old = new TreeMap<>();

    Disk(byte[] octets) {
        now = octets.clone();
        size = octets.length;
        forcedSize = size;
    }

    int size() {
        return size;
    }

    byte[] now() {
        return Arrays.copyOf(now, size);
    }

    void read(ByteBuffer into, int position) {
        int length = Math.min(into.remaining(), size - position);
        if (length > 0) {
            into.put(now, position, length);
        }
    }

    void write(ByteBuffer from, int position) {
        int end = position + from.remaining();
        if (end > now.length) {
            now = Arrays.copyOf(now, Math.max(end, 2 * now.length));
        }
        for (int s = position / SECTOR; s <= (end - 1) / SECTOR; s++) {
            int at = s * SECTOR;
            old.computeIfAbsent(s, x -> Arrays.copyOfRange(now, at, at + SECTOR));
        }
        size = Math.max(size, end);
        from.get(now, position, end - position);
    }

    void spoil(byte[] from, byte[] to) {
        for (int at = 0; at <= size - from.length; at++) {
            if (Arrays.equals(now, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, now, at, to.length);
            }
        }
    }

    void force() {
        old.clear();
        forcedSize = size;
    }

    /** What may be left: each sector, or group of sectors, that was not forced is old or new; so is the size. */
    Disk afterCut(Random random, int sector) {
        byte[] left = Arrays.copyOf(now, random.nextBoolean() ? size : forcedSize);
        boolean keepsAll = random.nextInt(8) == 0;
        int decided = -1;
        boolean loses = false;
        for (var entry : old.entrySet()) {
            int at = entry.getKey() * SECTOR;
            if (at / sector != decided) {
                decided = at / sector;
                loses = !keepsAll && random.nextInt(5) < 2;
            }
            if (loses && at < left.length) {
                System.arraycopy(entry.getValue(), 0, left, at, Math.min(SECTOR, left.length - at));
            }
        }
        return new Disk(left);
    }
}
