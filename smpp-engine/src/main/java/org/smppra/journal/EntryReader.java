package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads one entry from where it stands, while the writer thread may be moving it. */
final class EntryReader {
    private final Log log;

    EntryReader(Log log) {
        this.log = log;
    }

    byte[] read(long key) throws JournalException {
        Live live = log.index().get(key);
        while (live != null) {
            IOException failure = null;
            try {
                ByteBuffer octets = ByteBuffer.allocate(live.octets());
                Segment segment = log.segments().get(Place.segment(live.place()));
                if (segment != null) {
                    segment.read(octets, Place.position(live.place()));
                    if (EntryFormat.valid(octets, 0) && EntryFormat.key(octets, 0) == key) {
                        return EntryFormat.body(octets, 0);
                    }
                }
            } catch (IOException e) {
                failure = e;
            }
            Live now = log.index().get(key);
            if (live.equals(now)) {
                throw JournalException.entry(key, failure == null ? "is damaged" : "cannot be read", failure);
            }
            live = now;
        }
        throw JournalException.entry(key, "is not there", null);
    }
}
