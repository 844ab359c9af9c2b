package org.smppra.journal;

import java.nio.ByteBuffer;

/** Shows what is live to a visitor, segment by segment. */
final class Visit {
    private final Log log;
    private final long uncertainBefore;
    private final JournalVisitor visitor;
    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int uncertain;
    private int seen;

    Visit(Log log, long uncertainBefore, JournalVisitor visitor) {
        this.log = log;
        this.uncertainBefore = uncertainBefore;
        this.visitor = visitor;
    }

    int seen() {
        return seen;
    }

    int uncertain() {
        return uncertain;
    }

    void segment(Segment segment) {
        if (segment.live() == 0) {
            return;
        }
        octets = octets.capacity() >= segment.size() ? octets.clear() : ByteBuffer.allocate(segment.size());
        segment.readWhatCanBe(octets.limit(segment.size()), 0);
        SegmentScan scan = new SegmentScan(log.id(), segment.number(), octets);
        while (scan.next() && scan.start() < segment.end()) {
            if (!EntryFormat.wellFormed(octets, scan.start(), scan.end())) {
                continue;
            }
            int at = scan.start() + RecordFormat.HEADER;
            for (int i = RecordFormat.count(octets, scan.start()); i > 0; i--) {
                entry(Place.of(segment.number(), at), at);
                at += EntryFormat.HEADER + EntryFormat.bodyLength(octets, at);
            }
        }
    }

    private void entry(long place, int at) {
        Live live = log.index().get(EntryFormat.key(octets, at));
        if (live != null && live.place() == place) {
            boolean doubtful = place < uncertainBefore || EntryFormat.uncertain(octets, at);
            seen++;
            uncertain += doubtful ? 1 : 0;
            visitor.entry(EntryFormat.key(octets, at), EntryFormat.body(octets, at), doubtful);
        }
    }
}
