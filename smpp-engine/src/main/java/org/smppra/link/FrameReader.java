package org.smppra.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.codec.PduInput;

/** Reads a stream in large pieces and hands over all PDUs of a piece together. */
final class FrameReader {
    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final int maxLength;
    private final PduInput pdus = new PduInput();
    private byte[] buffer = new byte[PIECE];
    private int from;
    private int to;

    FrameReader(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** Returns when the stream ends. */
    void run(Consumer<Batch> sink) throws IOException, FramingException {
        Batch batch = new Batch();
        while (true) {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return;
            }
            to += read;
            try {
                cut(batch);
            } finally { // what came whole before the place was lost still counts
                if (batch.size() > 0) {
                    sink.accept(batch);
                    batch.clear();
                }
            }
        }
    }

    /** Reads and forgets until the stream ends, so that the peer gets what was written to it. */
    void skipAll() throws IOException {
        while (in.read(buffer) >= 0) {
            // the tick that closes the socket ends this
        }
    }

    private void cut(Batch batch) throws FramingException {
        int length = Frames.length(buffer, from, to - from, maxLength);
        while (length != 0 && length <= to - from) {
            decode(length, batch);
            from += length;
            length = Frames.length(buffer, from, to - from, maxLength);
        }
        makeRoom(length);
    }

    private void decode(int length, Batch batch) {
        try {
            batch.add(Codec.decode(pdus, buffer, from, length), null);
        } catch (PduException problem) {
            batch.add(null, problem);
        }
    }

    /** Moves what is left to the front, where the whole frame that it begins has room. */
    private void makeRoom(int length) {
        int left = to - from;
        byte[] target = length > buffer.length ? new byte[length] : buffer;
        System.arraycopy(buffer, from, target, 0, left);
        buffer = target.length > PIECE && left == 0 ? Arrays.copyOf(target, PIECE) : target;
        from = 0;
        to = left;
    }
}
