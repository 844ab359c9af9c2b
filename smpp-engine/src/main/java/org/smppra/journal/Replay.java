package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments of a log in their order and finds out what is live, what is damaged, and what a crash left behind
 * the last force.
 *
 * <p>In the last segment everything behind the last place known to be forced may be there or not, in any combination of
 * pages: it is believed up to the first gap. Octets before that place, and in all other segments, were forced: a gap is
 * damage, and what follows it is believed.
 */
final class Replay {
    private final Log log;
    private final List<Damage> damages = new ArrayList<>();
    private @Nullable Damage tornTail;
    private long uncertainBefore;
    private long cleanUpTo;
    private long records;
    private long lastKey;
    private long lastEpoch;
    private int forcedUpTo = SegmentHeader.OCTETS;
    private boolean whole = true;

    Replay(Log log) {
        this.log = log;
    }

    /** What cannot be read, in the order of the log. */
    List<Damage> damages() {
        return damages;
    }

    /** What lies in the last segment behind the end of the log, or null if it is zero. */
    @Nullable
    Damage tornTail() {
        return tornTail;
    }

    /** What stands before this place may have been removed or replaced in a damaged part. */
    long uncertainBefore() {
        return uncertainBefore;
    }

    /** The segments up to this one are to be cleaned, so that the damage is out of the log. */
    long cleanUpTo() {
        return cleanUpTo;
    }

    /** Up to which position the last segment was forced as it says itself. */
    int forcedUpTo() {
        return forcedUpTo;
    }

    long records() {
        return records;
    }

    long lastKey() {
        return lastKey;
    }

    long lastEpoch() {
        return lastEpoch;
    }

    /** A segment that must have been there is not. */
    void missing(long number) {
        damages.add(new Damage(Segment.name(number), 0, 0, "the file is missing"));
        uncertainBefore = Place.of(number + 1, 0);
        cleanUpTo = number;
        whole = true;
    }

    /** A segment that is no part of this log. */
    void stranger(Segment segment, String what) {
        damage(segment, 0, segment.size(), what);
        segment.end(segment.size());
        whole = true;
    }

    /** The header cannot be read: harmless, unless it alone could say whether the segment before is whole. */
    void headless(Segment segment) {
        long before = uncertainBefore;
        damage(segment, 0, SegmentHeader.OCTETS, "the header cannot be read");
        uncertainBefore = whole ? before : uncertainBefore;
    }

    /** Entries that were read when the log was replayed, and could not be when they were to be shown. */
    Damage unseen(String directory, int entries) {
        Damage damage = new Damage(directory, 0, 0, entries + " entries could not be read a second time");
        damages.add(damage);
        return damage;
    }

    /** One that cannot be is none: nothing that this class is told may make a key that is out of range. */
    void epoch(long epoch) {
        if (epoch > lastEpoch && epoch < JournalBatch.MAX_KEY >>> 33) {
            lastEpoch = epoch;
        }
    }

    /**
     * One that is not the last: it was forced up to its end.
     *
     * @param size what its header says
     * @param known where it ends as the next one says, or -1
     */
    void sealed(Segment segment, ByteBuffer octets, int size, int known) {
        SegmentScan scan = new SegmentScan(log.id(), segment.number(), octets);
        boolean ended = false;
        while (scan.next() && (known < 0 || scan.start() < known)) {
            if (scan.gap() < scan.start()) {
                unreadable(segment, scan.gap(), scan.start());
            }
            apply(segment, octets, scan.start(), scan.end());
            ended = RecordFormat.type(octets, scan.start()) == RecordFormat.END;
        }
        int behind = Math.min(scan.gap(), scan.end());
        int end = known < 0 ? scan.behindLastNotZero(behind) : known;
        if (behind < end) {
            unreadable(segment, behind, end);
        }
        segment.end(end);
        shortened(segment, size);
        whole = known >= 0 || ended && behind == end;
    }

    /**
     * The last one.
     *
     * @param size what its header says; a file that is shorter has lost octets that had been forced
     */
    void last(Segment segment, ByteBuffer octets, int size) {
        SegmentScan scan = new SegmentScan(log.id(), segment.number(), octets);
        int forced = forced(segment, octets);
        forcedUpTo = forced;
        int end = SegmentHeader.OCTETS;
        while (scan.next() && (scan.gap() == scan.start() || scan.gap() < forced)) {
            if (scan.gap() < scan.start()) {
                unreadable(segment, scan.gap(), scan.start());
            }
            apply(segment, octets, scan.start(), scan.end());
            end = scan.end();
        }
        int behind = scan.behindLastNotZero(end);
        if (behind > end) {
            tornTail = new Damage(segment.name(), end, behind - end, "not forced before a crash");
        }
        segment.end(end);
        shortened(segment, size);
    }

    private void shortened(Segment segment, int size) {
        if (segment.size() < size) {
            damage(segment, segment.size(), size - segment.size(), "the file is shorter than it was");
        }
    }

    /** Up to where some record says that the segment was forced. */
    private int forced(Segment segment, ByteBuffer octets) {
        SegmentScan scan = new SegmentScan(log.id(), segment.number(), octets);
        int forced = SegmentHeader.OCTETS;
        while (scan.next()) {
            long place = RecordFormat.forced(octets, scan.start());
            if (Place.segment(place) == segment.number()) {
                forced = Math.max(forced, Place.position(place));
            }
        }
        return forced;
    }

    private void apply(Segment segment, ByteBuffer octets, int start, int end) {
        if (!EntryFormat.wellFormed(octets, start, end)) {
            damage(segment, start, end - start, "a record of unknown content");
            return;
        }
        if (RecordFormat.mark(octets, start)) {
            epoch(RecordFormat.epoch(octets, start));
        }
        records++;
        int seconds = RecordFormat.seconds(octets, start);
        int at = start + RecordFormat.HEADER;
        for (int i = RecordFormat.count(octets, start); i > 0; i--) {
            long key = EntryFormat.key(octets, at);
            int length = EntryFormat.HEADER + EntryFormat.bodyLength(octets, at);
            lastKey = Math.max(lastKey, key);
            if (EntryFormat.removal(octets, at)) {
                log.remove(key, seconds);
            } else {
                log.put(key, Place.of(segment.number(), at), length, seconds);
            }
            at += length;
        }
    }

    private void unreadable(Segment segment, int from, int to) {
        damage(segment, from, to - from, "no valid record");
    }

    private void damage(Segment segment, int position, int length, String what) {
        damages.add(new Damage(segment.name(), position, length, what));
        segment.setDamaged();
        uncertainBefore = Place.of(segment.number(), position + length);
        cleanUpTo = segment.number();
    }
}
