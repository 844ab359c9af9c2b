package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of the log, where records go. They are collected in a buffer; {@link #flush()} writes them and only then tells
 * the index, so that no reader is sent to octets that are not there yet. Belongs to the writer thread. After an
 * {@link IOException} nobody knows what is on disk: the journal has failed.
 */
final class Head {
    private static final int BUFFER = 256 << 10;
    private static final int PAGE = 4096;

    private record Written(JournalBatch batch, long place) {}

    private final Log log;
    private final RecordFormat format;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final List<Written> unwritten = new ArrayList<>();
    private Segment active;
    private int position;
    private boolean sealed;
    private long forced;
    private long forcedAt;
    private boolean dirty;
    private long dirtySince;
    private boolean unmarked;
    private long appended;

    /**
     * @param active the last segment, forced up to its end
     * @param sealed whether nothing more may be written to it
     */
    Head(Log log, Segment active, boolean sealed) {
        this.log = log;
        this.active = active;
        this.sealed = sealed;
        format = new RecordFormat(log.id());
        position = active.end();
        forced = Place.of(active.number(), position);
    }

    Segment active() {
        return active;
    }

    /** What is left in the active segment; room for the mark that ends it is kept. */
    int room() {
        return sealed ? 0 : Math.max(0, active.size() - position - RecordFormat.MARK_OCTETS);
    }

    /** Whether something was appended that is not forced. */
    boolean dirty() {
        return dirty;
    }

    /** Since when, by the runtime's nanoseconds, it is dirty. */
    long dirtySince() {
        return dirtySince;
    }

    /** When, by the runtime's nanoseconds, it was last forced. */
    long forcedAt() {
        return forcedAt;
    }

    /** Whether something was forced of which no record in the log says so. */
    boolean unmarked() {
        return unmarked;
    }

    /** Octets appended since the journal was opened. */
    long appended() {
        return appended;
    }

    /** What a batch takes. */
    static int octets(JournalBatch batch) {
        return RecordFormat.octets(batch.octets());
    }

    /**
     * Appends a record, to a new segment if it does not fit into the active one.
     *
     * @throws JournalFullException if there is no room for another segment; nothing has changed
     */
    void append(JournalBatch batch) throws IOException, JournalFullException {
        int length = octets(batch);
        ByteBuffer into = room(length);
        int start = into.position();
        into.position(start + RecordFormat.HEADER);
        for (int i = 0; i < batch.size(); i++) {
            byte[] body = batch.body(i);
            if (body == null) {
                EntryFormat.remove(into, batch.key(i));
            } else {
                EntryFormat.put(into, batch.key(i), body, batch.uncertain());
            }
        }
        complete(into, start, RecordFormat.ENTRIES, batch.size());
        unwritten.add(new Written(batch, Place.of(active.number(), position - length)));
        unmarked = true;
        if (into != buffer) {
            write(into);
        }
    }

    /** Says in the log that it was opened, before any key is given that an earlier one may have given. */
    void begin() throws IOException {
        try {
            if (sealed) {
                roll();
            }
        } catch (JournalFullException e) {
            // the first segment that there is room for will say it
        }
        mark();
        force();
    }

    /** Appends a mark, which says how far the log is forced, and how often it was opened; if there is room. */
    void mark() throws IOException {
        unmarked = false;
        if (room() >= RecordFormat.MARK_OCTETS) {
            flush();
            mark(buffer, RecordFormat.MARK, RecordFormat.MARK_OCTETS);
        }
    }

    /**
     * Appends a mark in a page of its own, behind one that is as long as that takes: so the loss of the page with the last
     * records is seen, for what says that there were some is not lost with them.
     */
    void markApart() throws IOException {
        int fill = PAGE - position % PAGE;
        fill = fill < RecordFormat.MARK_OCTETS ? fill + PAGE : fill;
        if (fill + RecordFormat.MARK_OCTETS <= room()) {
            flush();
            mark(buffer, RecordFormat.MARK, fill);
        }
        mark();
    }

    private void mark(ByteBuffer into, int type, int length) {
        int start = into.position();
        into.position(start + RecordFormat.HEADER).putLong(log.epoch());
        into.put(new byte[length - RecordFormat.MARK_OCTETS]);
        complete(into, start, type, 0);
    }

    private void complete(ByteBuffer into, int start, int type, int count) {
        format.complete(into, start, Place.of(active.number(), position), type, count, forced, log.seconds());
        int length = into.position() - start;
        position += length;
        appended += length;
        if (!dirty) {
            dirty = true;
            dirtySince = log.runtime().nanoTime().getAsLong();
        }
        log.counts().record();
    }

    /** Where to encode a record of so many octets. */
    private ByteBuffer room(int length) throws IOException, JournalFullException {
        if (length > room()) {
            roll(length);
        }
        if (length > buffer.remaining()) {
            flush();
        }
        return length <= buffer.remaining() ? buffer : ByteBuffer.allocate(length);
    }

    /** Writes what was collected. */
    void flush() throws IOException {
        if (buffer.position() > 0) {
            write(buffer);
        }
    }

    private void write(ByteBuffer octets) throws IOException {
        octets.flip();
        active.write(octets, position - octets.limit());
        octets.clear();
        active.end(position);
        for (Written written : unwritten) {
            apply(written.batch(), written.place() + RecordFormat.HEADER);
        }
        unwritten.clear();
    }

    private void apply(JournalBatch batch, long first) {
        int seconds = log.seconds();
        long place = first;
        for (int i = 0; i < batch.size(); i++) {
            byte[] body = batch.body(i);
            if (body == null) {
                log.remove(batch.key(i), seconds);
                place += EntryFormat.HEADER;
            } else {
                int length = EntryFormat.HEADER + body.length;
                log.put(batch.key(i), place, length, seconds);
                place += length;
            }
        }
    }

    /** Writes what was collected and returns when the disk has it. */
    void force() throws IOException {
        flush();
        if (dirty) {
            active.force();
            log.counts().force();
            forced = Place.of(active.number(), position);
            forcedAt = log.runtime().nanoTime().getAsLong();
            dirty = false;
        }
    }

    /** Ends the active segment, whatever room it has, and begins another. */
    void roll() throws IOException, JournalFullException {
        roll(0);
    }

    private void roll(int length) throws IOException, JournalFullException {
        force();
        Spare spare = spare(length);
        if (!sealed) {
            mark(buffer, RecordFormat.END, RecordFormat.MARK_OCTETS);
            force();
        }
        active = log.begin(spare, active.number() + 1, position);
        position = SegmentHeader.OCTETS;
        forced = Place.of(active.number(), position);
        sealed = false;
    }

    private Spare spare(int length) throws JournalFullException {
        try {
            int octets = SegmentHeader.OCTETS + length + RecordFormat.MARK_OCTETS;
            return octets <= log.settings().segmentOctets()
                    ? log.spares().take()
                    : log.spares().take(octets);
        } catch (IOException e) {
            throw new JournalFullException("No room for another segment of "
                    + log.files().directory() + " (" + e + "); make room, the journal goes on by itself");
        }
    }
}
