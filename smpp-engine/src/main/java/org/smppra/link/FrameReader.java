package org.smppra.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.pdu.Envelope;

/** Reads a stream in large pieces and hands over all PDUs of a piece together. */
final class FrameReader {
    private static final int PIECE = 64 * 1024;

    /** A PDU, or why the frame is none. */
    record Frame(@Nullable Envelope envelope, @Nullable PduException problem) {}

    private final InputStream in;
    private final int maxLength;
    private byte[] buffer = new byte[PIECE];
    private int from;
    private int to;

    FrameReader(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** Returns when the stream ends. */
    void run(Consumer<List<Frame>> sink) throws IOException, FramingException {
        List<Frame> batch = new ArrayList<>();
        while (true) {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return;
            }
            to += read;
            cut(batch);
            if (!batch.isEmpty()) {
                sink.accept(batch);
                batch.clear();
            }
        }
    }

    private void cut(List<Frame> batch) throws FramingException {
        int length = Frames.length(buffer, from, to - from, maxLength);
        while (length != 0 && length <= to - from) {
            batch.add(decode(length));
            from += length;
            length = Frames.length(buffer, from, to - from, maxLength);
        }
        makeRoom(length);
    }

    private Frame decode(int length) {
        try {
            return new Frame(Codec.decode(buffer, from, length), null);
        } catch (PduException problem) {
            return new Frame(null, problem);
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
