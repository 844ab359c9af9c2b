package org.smppra.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.fuzz.Allocation;
import org.smppra.fuzz.Seeds;
import org.smppra.message.Octets;

class FrameReaderFuzzTest {
    /** What a reader keeps: its buffer, and one more for the longest frame. */
    private static final long BUFFERS = 64 * 1024 + 2 * Frames.MAX_LENGTH;

    /** What came out of a stream: the frames in order, and whether it ended because the frames were lost. */
    private record Reading(List<Object> frames, boolean lost) {}

    /** Also the longest frame, and one that is just too long for the buffer. */
    static Stream<byte[]> streams() {
        return Stream.concat(
                Seeds.streams(),
                Stream.of("00011170 00000015 00000000 00000001", "00010001 00000015 00000000 00000002")
                        .map(header -> Octets.ofHex(header.replace(" ", "")).toByteArray()));
    }

    @MethodSource("streams")
    @FuzzTest
    void hands_over_each_frame_once_however_the_stream_is_cut(byte[] octets) throws Exception {
        byte[] stream = completed(octets);
        Reading expected = cutAtOnce(stream);
        Random random = new Random(Arrays.hashCode(octets));
        assertThat(read(stream, () -> Integer.MAX_VALUE)).isEqualTo(expected);
        assertThat(read(stream, () -> 1 + random.nextInt(40))).isEqualTo(expected);
        assertThat(read(stream, () -> 1 + random.nextInt(100_000))).isEqualTo(expected);
        if (stream.length < 1000) {
            assertThat(read(stream, () -> 1)).isEqualTo(expected);
        }
        Allocation.atMost(BUFFERS + 48L * stream.length, () -> drained(stream));
    }

    /** A frame that announces more than is there gets it, so that a short input reaches what only long ones do. */
    private static byte[] completed(byte[] octets) {
        int at = 0;
        while (at + 4 <= octets.length) {
            int length = ByteBuffer.wrap(octets).getInt(at);
            if (length < Frames.HEADER || length > Frames.MAX_LENGTH) {
                return octets;
            }
            at += length;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(octets);
        whole.writeBytes(new byte[Math.max(0, at - octets.length)]);
        whole.writeBytes(octets);
        return whole.toByteArray();
    }

    /** The plainest way to cut: everything is there. */
    private static Reading cutAtOnce(byte[] stream) {
        List<Object> frames = new ArrayList<>();
        int at = 0;
        while (at + 4 <= stream.length) {
            int length = ByteBuffer.wrap(stream).getInt(at);
            if (length < Frames.HEADER || length > Frames.MAX_LENGTH) {
                return new Reading(frames, true);
            }
            if (at + length > stream.length) {
                break;
            }
            frames.add(decoded(Arrays.copyOfRange(stream, at, at + length)));
            at += length;
        }
        return new Reading(frames, false);
    }

    private static Object decoded(byte[] frame) {
        try {
            return Codec.decode(frame, 0, frame.length);
        } catch (PduException e) {
            return refused(e);
        }
    }

    private static Reading read(byte[] stream, IntSupplier pieces) throws IOException {
        List<Object> frames = new ArrayList<>();
        FrameReader reader = new FrameReader(new Trickle(stream, pieces), Frames.MAX_LENGTH);
        try {
            reader.run(batch -> IntStream.range(0, batch.size()).forEach(i -> frames.add(described(batch, i))));
            return new Reading(frames, false);
        } catch (FramingException e) {
            return new Reading(frames, true);
        }
    }

    private static Object described(Batch batch, int i) {
        return batch.problem(i) == null ? batch.envelope(i) : refused(batch.problem(i));
    }

    private static Object refused(PduException e) {
        return List.of(e.getMessage(), e.status(), e.commandId(), e.sequenceNumber());
    }

    private static boolean drained(byte[] stream) throws IOException {
        try {
            new FrameReader(new ByteArrayInputStream(stream), Frames.MAX_LENGTH).run(batch -> {});
            return true;
        } catch (FramingException e) {
            return false;
        }
    }

    /** Hands out a stream in pieces of any size. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream whole;
        private final IntSupplier pieces;

        Trickle(byte[] octets, IntSupplier pieces) {
            this.whole = new ByteArrayInputStream(octets);
            this.pieces = pieces;
        }

        @Override
        public int read() {
            return whole.read();
        }

        @Override
        public int read(byte[] target, int from, int room) {
            if (room <= 0) {
                throw new AssertionError("a read without room never ends");
            }
            return whole.read(target, from, Math.min(room, pieces.getAsInt()));
        }
    }
}
