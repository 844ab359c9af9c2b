package org.smppra.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of the log and what is known of it. All but reading belongs to the writer thread. */
final class Segment {
    private static final String PREFIX = "segment-";
    private static final String SUFFIX = ".log";
    private static final int PAGE = 4096;

    private final long number;
    private final JournalFile file;
    private final int size;
    private int end;
    private int live;
    private long liveOctets;
    private int deadSince;
    private boolean damaged;

    /**
     * @param size octets of the file, zeros at its end included
     * @param end where the next record goes, or would
     */
    Segment(long number, JournalFile file, int size, int end) {
        this.number = number;
        this.file = file;
        this.size = size;
        this.end = end;
    }

    static String name(long number) {
        return String.format("%s%010d%s", PREFIX, number, SUFFIX);
    }

    /** The number in a name, or 0 if it is not the name of a segment. */
    static long number(String name) {
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return 0;
        }
        String digits = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        long number = digits.matches("[0-9]{10}") ? Long.parseLong(digits) : 0;
        return number <= Integer.MAX_VALUE ? number : 0;
    }

    long number() {
        return number;
    }

    String name() {
        return name(number);
    }

    int size() {
        return size;
    }

    int end() {
        return end;
    }

    void end(int end) {
        this.end = end;
    }

    int live() {
        return live;
    }

    long liveOctets() {
        return liveOctets;
    }

    boolean damaged() {
        return damaged;
    }

    void setDamaged() {
        damaged = true;
    }

    void born(int octets) {
        live++;
        liveOctets += octets;
    }

    void died(int octets, int seconds) {
        live--;
        liveOctets -= octets;
        if (deadSince == 0) {
            deadSince = seconds;
        }
    }

    /** Since when, in seconds since 1970, it has held a body that is no longer live; 0 if none. */
    int deadSince() {
        return deadSince;
    }

    /** Fills the buffer from this place, as far as the file goes, and makes it ready to be looked at. */
    void read(ByteBuffer into, int position) throws IOException {
        file.read(into, position);
        into.flip();
    }

    /** As {@link #read}, but octets that the disk does not give are zero. @return whether it gave all */
    boolean readWhatCanBe(ByteBuffer into, int position) {
        int wanted = into.remaining();
        try {
            read(into, position);
            return true;
        } catch (IOException e) {
            byte[] octets = new byte[wanted];
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            for (int at = 0; at < wanted; at += PAGE) {
                try {
                    read(page.clear().limit(Math.min(PAGE, wanted - at)), position + at);
                    page.get(octets, at, page.remaining());
                } catch (IOException unreadable) {
                    // stays zero, and is found to be no record
                }
            }
            into.clear().put(octets).flip();
            return false;
        }
    }

    void write(ByteBuffer from, int position) throws IOException {
        file.write(from, position);
    }

    void force() throws IOException {
        file.force();
    }

    void close() throws IOException {
        file.close();
    }
}
