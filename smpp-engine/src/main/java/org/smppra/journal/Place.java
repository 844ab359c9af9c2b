package org.smppra.journal;

/** A place in the log as one number: segment and octet in it. Later places are larger. */
final class Place {
    /** No segment has this number. */
    static final long NONE = 0;

    private Place() {}

    static long of(long segment, int position) {
        return segment << 32 | position;
    }

    static long segment(long place) {
        return place >>> 32;
    }

    static int position(long place) {
        return (int) place;
    }
}
