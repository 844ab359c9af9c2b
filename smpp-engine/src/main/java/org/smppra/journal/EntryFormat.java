package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * An entry in a record.
 *
 * <pre>
 *   0  u64  key
 *   8  u32  bit 31: a removal; bit 30: uncertain; the rest: octets of the body
 *  12  u32  CRC32C of octets 0 to 12 and the body
 *  16       body
 * </pre>
 *
 * <p>The checksum is for whoever reads one entry without its record. Uncertain is a copy of an entry that stood before
 * damage: see {@link JournalVisitor}.
 */
final class EntryFormat {
    static final int HEADER = 16;

    private static final int REMOVAL = 1 << 31;
    private static final int UNCERTAIN = 1 << 30;

    private EntryFormat() {}

    static void put(ByteBuffer buffer, long key, byte[] body, boolean uncertain) {
        int start = buffer.position();
        buffer.putLong(key).putInt(uncertain ? body.length | UNCERTAIN : body.length);
        buffer.putInt(crc(buffer, start, body, 0, body.length)).put(body);
    }

    static void remove(ByteBuffer buffer, long key) {
        int start = buffer.position();
        buffer.putLong(key).putInt(REMOVAL);
        buffer.putInt(crc(buffer, start, buffer.array(), 0, 0));
    }

    static long key(ByteBuffer buffer, int at) {
        return buffer.getLong(at);
    }

    static boolean removal(ByteBuffer buffer, int at) {
        return (buffer.getInt(at + 8) & REMOVAL) != 0;
    }

    static boolean uncertain(ByteBuffer buffer, int at) {
        return (buffer.getInt(at + 8) & UNCERTAIN) != 0;
    }

    static int bodyLength(ByteBuffer buffer, int at) {
        return buffer.getInt(at + 8) & ~(REMOVAL | UNCERTAIN);
    }

    static byte[] body(ByteBuffer buffer, int at) {
        byte[] body = new byte[bodyLength(buffer, at)];
        buffer.get(at + HEADER, body);
        return body;
    }

    /** Whether the whole entry is within the limit of the buffer, and its checksum is right. */
    static boolean valid(ByteBuffer buffer, int at) {
        if (buffer.limit() - at < HEADER || buffer.limit() - at - HEADER < bodyLength(buffer, at)) {
            return false;
        }
        int body = buffer.arrayOffset() + at + HEADER;
        return buffer.getInt(at + 12) == crc(buffer, at, buffer.array(), body, bodyLength(buffer, at));
    }

    /** Whether a record, whose checksum is right, is a mark, or its entries are as many as it says and end where it ends. */
    static boolean wellFormed(ByteBuffer buffer, int start, int end) {
        if (RecordFormat.mark(buffer, start)) {
            return end - start >= RecordFormat.MARK_OCTETS;
        }
        long at = start + RecordFormat.HEADER;
        for (int i = RecordFormat.count(buffer, start); i > 0; i--) {
            if (at > end - HEADER || !possible(key(buffer, (int) at))) {
                return false;
            }
            at += HEADER + bodyLength(buffer, (int) at);
        }
        return RecordFormat.type(buffer, start) == RecordFormat.ENTRIES && at <= end && end - at < 8;
    }

    private static boolean possible(long key) {
        return key > 0 && key <= JournalBatch.MAX_KEY;
    }

    private static int crc(ByteBuffer buffer, int at, byte[] body, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), buffer.arrayOffset() + at, 12);
        crc.update(body, from, length);
        return (int) crc.getValue();
    }
}
