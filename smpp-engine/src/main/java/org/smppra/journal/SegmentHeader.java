package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first 4096 octets of a segment, and with them the layout of the whole file. All numbers are big-endian.
 *
 * <pre>
 *  0      header                  2048   the same again            4096                     file size
 *  |------------------------------|------------------------------|--------|--------|-----~--|000000|
 *                                                                 record   record
 *
 *  header  0  u64  "SMPPRAJL"                32  u64  number of the segment, as in its name
 *          8  u32  version of the format     40  u64  how often the log had been opened
 *         12  u32  size of the file          48  u32  where the previous segment ends
 *         16  u128 id of the log             52  u32  when: seconds since 1970
 *                                            56  u32  0
 *                                            60  u32  CRC32C of octets 0 to 60
 * </pre>
 *
 * <p>A file is filled with zeros and forced, then its header is written and forced, then the file gets its name and the
 * directory is forced, and only then a record is written to it; the segment before it was forced up to its end by then.
 * So only the last segment can have a tail that was not forced, and an unreadable header is damage. There are two copies
 * because what stands in it cannot be found out otherwise: the id of the log, without which no record is believed.
 *
 * @param end of the previous segment; 0 if there was none
 */
record SegmentHeader(int version, int size, UUID log, long number, long epoch, int end, int seconds) {
    static final int OCTETS = 4096;
    static final int VERSION = 1;

    private static final int COPY = 2048;
    private static final int LENGTH = 64;
    private static final long MAGIC = 0x534D50505241_4A4CL;

    /** A block of {@link #OCTETS}. */
    ByteBuffer encode() {
        ByteBuffer block = ByteBuffer.allocate(OCTETS);
        encode(block, 0);
        encode(block, COPY);
        return block;
    }

    private void encode(ByteBuffer block, int at) {
        block.putLong(at, MAGIC)
                .putInt(at + 8, version)
                .putInt(at + 12, size)
                .putLong(at + 16, log.getMostSignificantBits())
                .putLong(at + 24, log.getLeastSignificantBits())
                .putLong(at + 32, number)
                .putLong(at + 40, epoch)
                .putInt(at + 48, end)
                .putInt(at + 52, seconds)
                .putInt(at + LENGTH - 4, crc(block, at));
    }

    /** The header at the beginning of these octets, or null if neither copy is readable. */
    static @Nullable SegmentHeader decode(ByteBuffer block) {
        SegmentHeader first = decode(block, 0);
        return first != null ? first : decode(block, COPY);
    }

    private static @Nullable SegmentHeader decode(ByteBuffer block, int at) {
        if (block.limit() < at + LENGTH
                || block.getLong(at) != MAGIC
                || block.getInt(at + LENGTH - 4) != crc(block, at)) {
            return null;
        }
        return new SegmentHeader(
                block.getInt(at + 8),
                block.getInt(at + 12),
                new UUID(block.getLong(at + 16), block.getLong(at + 24)),
                block.getLong(at + 32),
                block.getLong(at + 40),
                block.getInt(at + 48),
                block.getInt(at + 52));
    }

    private static int crc(ByteBuffer block, int at) {
        CRC32C crc = new CRC32C();
        crc.update(block.array(), block.arrayOffset() + at, LENGTH - 4);
        return (int) crc.getValue();
    }
}
