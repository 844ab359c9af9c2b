package org.smppra.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is live in the oldest segment to the head of the log, so that the segment can go. Always the oldest first:
 * a removal stands in the same segment as what it removes or in a later one, so nothing that was removed can come back
 * when a segment goes, and removals need not be kept. Belongs to the writer thread.
 */
final class Cleaner {
    private static final Logger LOG = System.getLogger(Cleaner.class.getName());
    private static final int PIECE = 64 << 10;

    private final Log log;
    private final Head head;
    private final RecordFormat format;
    private final long uncertainBefore;
    private final ByteBuffer piece;
    private @Nullable Segment cleaning;
    private int position;

    /** @param uncertainBefore copies of entries before this place keep the mark that they may be out of date */
    Cleaner(Log log, Head head, long uncertainBefore) {
        this.log = log;
        this.head = head;
        this.uncertainBefore = uncertainBefore;
        format = new RecordFormat(log.id());
        piece = ByteBuffer.allocate(Math.min(PIECE, log.settings().segmentOctets() / 16 & ~7));
    }

    /** What the head must keep free so that the segment that is being cleaned can be finished. */
    int needed() {
        return cleaning == null ? 0 : octets(cleaning);
    }

    /** What is lost at most between records and segments when a segment is copied. */
    int slack() {
        return log.settings().segmentOctets() / 32 + 2 * piece.capacity();
    }

    /** What the live entries of a segment may take at the head. */
    private int octets(Segment segment) {
        return segment.live() == 0 ? 0 : (int) segment.liveOctets() + slack();
    }

    /** The segment that is half done. */
    @Nullable
    Segment cleaning() {
        return cleaning;
    }

    /** A segment is dead without having been cleaned to its end. */
    void dead(Segment segment) {
        if (cleaning == segment) {
            cleaning = null;
        }
    }

    /** Whether the oldest segment could be cleaned with this room at the head. */
    boolean fits(long room) {
        Segment oldest = oldest();
        return oldest != null && octets(oldest) <= room;
    }

    private @Nullable Segment oldest() {
        Segment oldest = log.segments().oldest();
        return oldest == head.active() ? null : oldest;
    }

    /**
     * Copies what is live in the next piece of the oldest segment.
     *
     * @return octets looked at; 0 if there is nothing to copy
     * @throws JournalFullException if there is no room at the head; to be tried again later
     */
    int step() throws IOException, JournalFullException {
        head.flush();
        Segment segment = cleaning == null ? oldest() : cleaning;
        if (segment == null || segment.live() == 0) {
            cleaning = null;
            return 0;
        }
        if (segment != cleaning) {
            cleaning = segment;
            position = SegmentHeader.OCTETS;
        }
        int looked = position < segment.end() ? copy(segment) : 0;
        position += looked;
        if (position >= segment.end()) {
            head.flush();
            giveUp(segment);
            cleaning = null;
        }
        return Math.max(1, looked);
    }

    private int copy(Segment segment) throws IOException, JournalFullException {
        ByteBuffer octets = read(segment, piece);
        if (format.headerValid(octets, 0, Place.of(segment.number(), position))
                && RecordFormat.length(octets, 0) > octets.limit()) {
            octets = read(segment, ByteBuffer.allocate(RecordFormat.length(octets, 0)));
        }
        JournalBatch certain = JournalBatch.of();
        JournalBatch uncertain = JournalBatch.ofUncertain();
        int at = 0;
        while (octets.limit() - at >= RecordFormat.HEADER) {
            if (!format.headerValid(octets, at, Place.of(segment.number(), position + at))) {
                at += 8;
                continue;
            }
            if (RecordFormat.length(octets, at) > octets.limit() - at) {
                break;
            }
            copy(octets, at, segment, certain, uncertain);
            at += RecordFormat.length(octets, at);
        }
        append(certain);
        append(uncertain);
        boolean last = position + octets.limit() >= segment.end();
        return last || at == 0 ? Math.max(8, octets.limit()) : at;
    }

    private ByteBuffer read(Segment segment, ByteBuffer into) {
        into.clear().limit(Math.min(into.capacity(), segment.end() - position));
        segment.readWhatCanBe(into, position);
        return into;
    }

    private void copy(ByteBuffer octets, int record, Segment segment, JournalBatch certain, JournalBatch uncertain) {
        int at = record + RecordFormat.HEADER;
        int end = record + RecordFormat.length(octets, record);
        if (!EntryFormat.wellFormed(octets, record, end)) {
            return;
        }
        for (int i = RecordFormat.count(octets, record); i > 0; i--) {
            long key = EntryFormat.key(octets, at);
            long place = Place.of(segment.number(), position + at);
            Live live = log.index().get(key);
            if (live != null && live.place() == place && EntryFormat.valid(octets, at)) {
                boolean doubtful = place < uncertainBefore || EntryFormat.uncertain(octets, at);
                (doubtful ? uncertain : certain).put(key, EntryFormat.body(octets, at));
            }
            at += EntryFormat.HEADER + EntryFormat.bodyLength(octets, at);
        }
    }

    /** In as many records as it takes to leave no room at the end of a segment. */
    private void append(JournalBatch copies) throws IOException, JournalFullException {
        JournalBatch next = copies;
        while (next.size() > 0) {
            int room = head.room() - RecordFormat.HEADER - 8;
            JournalBatch rest = next.octets() <= room ? JournalBatch.of() : next.behind(room);
            head.append(next);
            log.counts().copied(next.size());
            next = rest;
        }
    }

    /** What is still said to be live in it could not be read: its octets were damaged since the journal was opened. */
    private void giveUp(Segment segment) {
        if (segment.live() > 0) {
            long[] keys = log.index().keysIn(segment.number());
            for (long key : keys) {
                log.remove(key, log.seconds());
            }
            segment.setDamaged();
            log.counts().damaged(keys.length);
            LOG.log(
                    Level.ERROR,
                    "SMPP-305 {0} entries in {1} of {2} are damaged and lost; the file is set aside",
                    keys.length,
                    segment.name(),
                    log.files().directory());
        }
    }
}
