package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;

/** The octets read and not yet handled. Small for a quiet client and for one that is nobody yet. */
final class FrameBuffer {
    /** Also the longest PDU before a bind. */
    static final int SMALLEST = 4 * 1024;

    private static final int LARGEST = Math.max(64 * 1024, Frames.MAX_LENGTH);

    private byte[] octets = new byte[SMALLEST];
    private int from;
    private int to;
    private int most = SMALLEST;

    /** From now on a PDU may be as long as the specification lets it be. */
    void grow() {
        most = LARGEST;
    }

    /** @return false at the end of the stream */
    boolean read(InputStream stream) throws IOException {
        System.arraycopy(octets, from, octets, 0, to - from);
        to -= from;
        from = 0;
        if (to == octets.length) {
            octets = Arrays.copyOf(octets, Math.min(most, octets.length * 2));
        }
        int room = octets.length - to;
        int count = stream.read(octets, to, room);
        if (count < 0) {
            return false;
        }
        to += count;
        if (count == room && octets.length < most) {
            // A busy client: the next read shall take more at once.
            octets = Arrays.copyOf(octets, Math.min(most, octets.length * 4));
        }
        return true;
    }

    /** The length of the frame at {@link #from()}; 0 if it is not complete. */
    int frame() throws FramingException {
        int length = Frames.length(octets, from, to - from, Math.min(most, Frames.MAX_LENGTH));
        return length <= to - from ? length : 0;
    }

    byte[] octets() {
        return octets;
    }

    int from() {
        return from;
    }

    void skip(int length) {
        from += length;
    }
}
