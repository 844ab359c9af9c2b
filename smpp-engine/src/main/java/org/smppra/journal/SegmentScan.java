package org.smppra.journal;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Walks through the records of a segment whose octets are in memory. Behind octets that are no record it looks for the
 * next one at every multiple of 8.
 */
final class SegmentScan {
    private final RecordFormat format;
    private final ByteBuffer octets;
    private final long segment;
    private int start = SegmentHeader.OCTETS;
    private int end = SegmentHeader.OCTETS;
    private int gap = SegmentHeader.OCTETS;

    /** @param octets the whole file, as far as it could be read */
    SegmentScan(UUID log, long segment, ByteBuffer octets) {
        format = new RecordFormat(log);
        this.segment = segment;
        this.octets = octets;
    }

    /** Goes to the next record. @return false if there is none */
    boolean next() {
        gap = end;
        int at = end;
        while (at <= octets.limit() - RecordFormat.HEADER) {
            if (octets.getLong(at) == 0 || !format.headerValid(octets, at, Place.of(segment, at))) {
                at += 8;
            } else if (format.payloadValid(octets, at)) {
                start = at;
                end = at + RecordFormat.length(octets, at);
                return true;
            } else {
                at += Math.min(RecordFormat.length(octets, at), octets.limit() - at);
                at = at + 7 & ~7;
            }
        }
        start = octets.limit();
        return false;
    }

    /** Where the record begins; without one, the end of the file. */
    int start() {
        return start;
    }

    /** Where the record ends; without one, where the last ended. */
    int end() {
        return end;
    }

    /** Where octets begin that belong to no record: they go up to the start, and are none if that is here too. */
    int gap() {
        return gap;
    }

    /** Where the first of these octets is that is not zero; the end of the file if there is none. */
    int firstNotZero(int from) {
        int at = from;
        while (at < octets.limit() && octets.get(at) == 0) {
            at++;
        }
        return at;
    }

    /** Behind the last octet that is not zero, or this place if all from here on are. */
    int behindLastNotZero(int from) {
        int at = octets.limit();
        while (at > from && octets.get(at - 1) == 0) {
            at--;
        }
        return at;
    }
}
