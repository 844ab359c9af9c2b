package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** What stands in the segments of an undamaged journal, record by record, and what must be live if some were not there. */
final class LogModel {
    /** One record, and where. */
    record Written(String segment, long number, int start, int end, List<Change> changes) {
        boolean overlaps(String name, int from, int to) {
            return segment.equals(name) && start < to && end > from;
        }

        long endPlace() {
            return Place.of(number, end);
        }
    }

    /** A put, or a removal if there is no body. */
    record Change(long key, String body, long place) {}

    /** A live entry. */
    record Entry(String body, boolean uncertain) {}

    private final List<Written> records = new ArrayList<>();

    static LogModel of(PowerCutFiles files) {
        LogModel model = new LogModel();
        for (String name : files.names()) {
            if (Segment.number(name) > 0) {
                model.read(name, ByteBuffer.wrap(files.octets(name)));
            }
        }
        return model;
    }

    private void read(String name, ByteBuffer octets) {
        UUID log = SegmentHeader.decode(octets).log();
        long number = Segment.number(name);
        SegmentScan scan = new SegmentScan(log, number, octets);
        while (scan.next()) {
            List<Change> changes = new ArrayList<>();
            int at = scan.start() + RecordFormat.HEADER;
            for (int i = RecordFormat.count(octets, scan.start()); i > 0; i--) {
                String body = EntryFormat.removal(octets, at) ? null : text(EntryFormat.body(octets, at));
                changes.add(new Change(EntryFormat.key(octets, at), body, Place.of(number, at)));
                at += EntryFormat.HEADER + EntryFormat.bodyLength(octets, at);
            }
            records.add(new Written(name, number, scan.start(), scan.end(), changes));
        }
    }

    /** Stands for a body in messages of the test. */
    static String text(byte[] body) {
        return body.length + ":" + Arrays.hashCode(body);
    }

    List<Written> records() {
        return records;
    }

    /** What is live without these records, uncertain if it stands before this place. */
    SortedMap<Long, Entry> live(Predicate<Written> missing, long uncertainBefore) {
        SortedMap<Long, Entry> live = new TreeMap<>();
        for (Written written : records) {
            if (!missing.test(written)) {
                for (Change change : written.changes()) {
                    if (change.body() == null) {
                        live.remove(change.key());
                    } else {
                        live.put(change.key(), new Entry(change.body(), change.place() < uncertainBefore));
                    }
                }
            }
        }
        return live;
    }

    /** Opens it and closes it again. */
    static SortedMap<Long, Entry> opened(PowerCutFiles files, List<OpeningReport> reports) throws JournalException {
        SortedMap<Long, Entry> live = new TreeMap<>();
        try (JournalStore journal = TestJournals.open(
                TestJournals.SMALL, files, (key, body, uncertain) -> live.put(key, new Entry(text(body), uncertain)))) {
            reports.add(journal.openingReport());
        }
        return live;
    }
}
