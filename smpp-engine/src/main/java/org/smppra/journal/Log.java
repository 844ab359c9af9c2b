package org.smppra.journal;

import java.io.IOException;
import java.util.UUID;

/** What an open log consists of. */
record Log(
        JournalSettings settings,
        JournalFiles files,
        JournalRuntime runtime,
        UUID id,
        long epoch,
        Segments segments,
        Index index,
        Spares spares,
        Counts counts) {

    Log withEpoch(long opened) {
        return new Log(settings, files, runtime, id, opened, segments, index, spares, counts);
    }

    /** Seconds since 1970. */
    int seconds() {
        return (int) (runtime.clock().millis() / 1000);
    }

    /** The entry of the key stands here now. */
    void put(long key, long place, int length, int seconds) {
        segments.moved(place, length, index.put(key, place, length), seconds);
    }

    /** There is no entry of the key any more. */
    void remove(long key, int seconds) {
        segments.died(index.remove(key), seconds);
    }

    /**
     * Makes a spare file the next segment: header and name are forced when this returns.
     *
     * @param end of the segment before it
     */
    Segment begin(Spare spare, long number, int end) throws IOException {
        SegmentHeader header =
                new SegmentHeader(SegmentHeader.VERSION, spare.size(), id, number, epoch, end, seconds());
        spare.file().write(header.encode(), 0);
        spare.file().force();
        spare.file().close(); // a file is known by its name
        files.rename(spare.name(), Segment.name(number));
        files.forceDirectory();
        JournalFile file = files.open(Segment.name(number));
        Segment segment = new Segment(number, file, spare.size(), SegmentHeader.OCTETS);
        segments.add(segment);
        return segment;
    }

    long diskOctets() {
        return segments.octets() + spares.octets();
    }
}
