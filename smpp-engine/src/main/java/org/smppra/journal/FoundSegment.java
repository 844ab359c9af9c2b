package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A segment that was there when the journal was opened. */
final class FoundSegment {
    /** No file of ours is larger. */
    private static final int LARGEST = 512 << 20;

    private final Segment segment;
    private final @Nullable SegmentHeader header;
    private boolean readable = true;

    private FoundSegment(Segment segment, @Nullable SegmentHeader header) {
        this.segment = segment;
        this.header = header;
    }

    static FoundSegment open(JournalFiles files, long number) throws IOException {
        JournalFile file = files.open(Segment.name(number));
        try {
            Segment segment = new Segment(number, file, (int) Math.min(LARGEST, file.size()), SegmentHeader.OCTETS);
            ByteBuffer block = ByteBuffer.allocate(SegmentHeader.OCTETS);
            segment.readWhatCanBe(block, 0);
            SegmentHeader header = SegmentHeader.decode(block);
            return new FoundSegment(segment, header == null || header.number() == number ? header : null);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    Segment segment() {
        return segment;
    }

    /** Null if it cannot be read, or belongs to a file of another number. */
    @Nullable
    SegmentHeader header() {
        return header;
    }

    /** What is wrong with the whole file, in words; null if it can be read as a part of this log. */
    @Nullable
    String stranger(UUID log) {
        if (header == null) {
            return null;
        }
        if (!header.log().equals(log)) {
            return "belongs to another log";
        }
        return header.version() == SegmentHeader.VERSION ? null : "has format version " + header.version();
    }

    /** Whether the disk gave all that was asked for. */
    boolean readable() {
        return readable;
    }

    /** The whole file; what the disk does not give is zero. */
    ByteBuffer read(ByteBuffer reuse) {
        ByteBuffer octets = reuse.capacity() >= segment.size() ? reuse.clear() : ByteBuffer.allocate(segment.size());
        octets.limit(segment.size());
        readable = segment.readWhatCanBe(octets, 0);
        return octets;
    }
}
