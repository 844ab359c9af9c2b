package org.smppra.journal;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The files of the log in their order. Readers look segments up, only the writer thread changes anything. */
final class Segments {
    private final ConcurrentSkipListMap<Long, Segment> byNumber = new ConcurrentSkipListMap<>();
    private volatile long octets;

    void add(Segment segment) {
        byNumber.put(segment.number(), segment);
        count(segment.size());
    }

    void remove(Segment segment) {
        byNumber.remove(segment.number());
        count(-segment.size());
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes, many read
    private void count(long more) {
        octets += more;
    }

    @Nullable
    Segment get(long number) {
        return byNumber.get(number);
    }

    @Nullable
    Segment oldest() {
        Map.Entry<Long, Segment> first = byNumber.firstEntry();
        return first == null ? null : first.getValue();
    }

    Collection<Segment> all() {
        return byNumber.values();
    }

    int count() {
        return byNumber.size();
    }

    long octets() {
        return octets;
    }

    /** An entry stands here now, and no longer where it had been. */
    void moved(long place, int length, @Nullable Live old, int seconds) {
        Segment segment = byNumber.get(Place.segment(place));
        if (segment != null) {
            segment.born(length);
        }
        died(old, seconds);
    }

    /** An entry is dead. */
    void died(@Nullable Live old, int seconds) {
        Segment segment = old == null ? null : byNumber.get(Place.segment(old.place()));
        if (old != null && segment != null) {
            segment.died(old.octets(), seconds);
        }
    }

    /** Closes all files; the first failure is thrown when all were tried. */
    void close() throws IOException {
        IOException failure = null;
        for (Segment segment : byNumber.values()) {
            try {
                segment.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
