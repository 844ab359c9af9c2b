package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * A record: what is there wholly or not at all. It begins at a multiple of 8.
 *
 * <pre>
 *   0  u16  "JR"
 *   2  u8   1: entries, 2: mark, 3: end of the segment, a mark too
 *   3  u8   0
 *   4  u32  octets of the record, padding included, a multiple of 8
 *   8  u64  up to which place the log was known to be forced when this was written: segment (u32), octet in it (u32)
 *  16  u32  when: seconds since 1970
 *  20  u32  how many entries
 *  24  u32  CRC32C of the octets from 32 on
 *  28  u32  CRC32C of log id (u128), segment (u64), position (u64), octets 0 to 28
 *  32       entries ({@link EntryFormat}), or of a mark: how often the log had been opened (u64)
 *           zeros up to a multiple of 8
 * </pre>
 *
 * <p>Log id, segment and position are in the checksum so that no octets are taken for a record anywhere but where they
 * were written. The header has its own so that a length is known to be right before it is followed: whoever looks for the
 * next record behind damage does not stumble over what applications put into bodies.
 *
 * <p>A mark, of any length, says no more than how far the log was forced. It is written when the journal falls idle and when it is
 * closed, so that damage to what was written last is not taken for a tail that a crash left. One more ends a segment, so
 * that it is known to be whole even if the header of the next cannot be read.
 *
 * <p>Not for use by several threads.
 */
final class RecordFormat {
    static final int HEADER = 32;
    static final int ENTRIES = 1;
    static final int MARK = 2;
    static final int END = 3;
    static final int MARK_OCTETS = HEADER + 8;

    private static final int MAGIC = 0x4A52;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer where = ByteBuffer.allocate(32);

    RecordFormat(UUID log) {
        where.putLong(0, log.getMostSignificantBits()).putLong(8, log.getLeastSignificantBits());
    }

    static boolean mark(ByteBuffer buffer, int at) {
        return type(buffer, at) == MARK || type(buffer, at) == END;
    }

    /** What a record with so many octets of entries takes. */
    static int octets(int entries) {
        return HEADER + entries + 7 & ~7;
    }

    /**
     * Completes a record whose payload was put behind room for the header.
     *
     * @param start where it begins in the buffer, which stands behind the payload and is left behind the padding
     * @param place where it will begin in the log
     */
    void complete(ByteBuffer buffer, int start, long place, int type, int count, long forced, int seconds) {
        while ((buffer.position() - start & 7) != 0) {
            buffer.put((byte) 0);
        }
        int length = buffer.position() - start;
        buffer.putShort(start, (short) MAGIC)
                .put(start + 2, (byte) type)
                .put(start + 3, (byte) 0)
                .putInt(start + 4, length)
                .putLong(start + 8, forced)
                .putInt(start + 16, seconds)
                .putInt(start + 20, count)
                .putInt(start + 24, payloadCrc(buffer, start, length))
                .putInt(start + 28, headerCrc(buffer, start, place));
    }

    /** Whether the header of a record stands here. */
    boolean headerValid(ByteBuffer buffer, int at, long place) {
        if (buffer.limit() - at < HEADER || buffer.getShort(at) != MAGIC) {
            return false;
        }
        int length = length(buffer, at);
        return length >= HEADER && (length & 7) == 0 && buffer.getInt(at + 28) == headerCrc(buffer, at, place);
    }

    /** Of a record whose header is valid: whether the rest is there and valid too. */
    boolean payloadValid(ByteBuffer buffer, int at) {
        int length = length(buffer, at);
        return length <= buffer.limit() - at && buffer.getInt(at + 24) == payloadCrc(buffer, at, length);
    }

    private int payloadCrc(ByteBuffer buffer, int at, int length) {
        crc.reset();
        crc.update(buffer.array(), buffer.arrayOffset() + at + HEADER, length - HEADER);
        return (int) crc.getValue();
    }

    private int headerCrc(ByteBuffer buffer, int at, long place) {
        where.putLong(16, Place.segment(place)).putLong(24, Place.position(place));
        crc.reset();
        crc.update(where.array());
        crc.update(buffer.array(), buffer.arrayOffset() + at, HEADER - 4);
        return (int) crc.getValue();
    }

    static int type(ByteBuffer buffer, int at) {
        return buffer.get(at + 2);
    }

    static int length(ByteBuffer buffer, int at) {
        return buffer.getInt(at + 4);
    }

    static long forced(ByteBuffer buffer, int at) {
        return buffer.getLong(at + 8);
    }

    static int seconds(ByteBuffer buffer, int at) {
        return buffer.getInt(at + 16);
    }

    /** A mark has none, whatever it says. */
    static int count(ByteBuffer buffer, int at) {
        return type(buffer, at) == ENTRIES ? buffer.getInt(at + 20) : 0;
    }

    /** Of a mark. */
    static long epoch(ByteBuffer buffer, int at) {
        return buffer.getLong(at + HEADER);
    }
}
