package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.codec.PduSamples.encode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.fuzz.Allocation;
import org.smppra.fuzz.Seeds;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.UserMessage;

class CodecFuzzTest {
    private static final int MARGIN = 5;
    private static final List<TlvKey<?>> KEYS = keys();

    /** What a frame was read as: an envelope, or the refusal. */
    private record Reading(@Nullable Envelope envelope, @Nullable PduException refusal) {
        static Reading of(byte[] octets, int from, int length) {
            try {
                return new Reading(Codec.decode(octets, from, length), null);
            } catch (PduException e) {
                return new Reading(null, e);
            }
        }
    }

    /** With the sequence number that has all bits; whole, without the last octet, and half. */
    static Stream<byte[]> frames() {
        Stream<byte[]> samples = PduSamples.all().stream()
                .map(body -> encode(Envelope.request(-1, body)))
                .flatMap(whole -> Stream.of(
                        whole,
                        Arrays.copyOf(whole, whole.length - 1),
                        Arrays.copyOf(whole, (Frames.HEADER + whole.length) / 2)));
        return Stream.concat(Seeds.pdus(), samples);
    }

    @MethodSource("frames")
    @FuzzTest
    void any_frame_is_read_and_written_back_or_refused(byte[] frame) throws Exception {
        if (frame.length < Frames.HEADER) {
            return;
        }
        Reading reading = Allocation.atMost(8192 + 32L * frame.length, () -> Reading.of(frame, 0, frame.length));
        sees_nothing_outside_the_frame(frame, reading);
        if (reading.envelope() == null) {
            is_answered_to_its_sender(frame, reading.refusal());
        } else {
            is_the_same_after_writing(reading.envelope());
            if (reading.envelope().body() instanceof UserMessage message) {
                message.tlvs().forEach(CodecFuzzTest::is_the_same_parameter_after_writing);
            }
        }
    }

    private static void sees_nothing_outside_the_frame(byte[] frame, Reading alone) {
        byte[] wider = new byte[frame.length + 2 * MARGIN];
        Arrays.fill(wider, 0, wider.length - 1, (byte) 0x55);
        System.arraycopy(frame, 0, wider, MARGIN, frame.length);
        Reading within = Reading.of(wider, MARGIN, frame.length);
        assertThat(within.envelope()).isEqualTo(alone.envelope());
        assertThat(within.refusal() == null).isEqualTo(alone.refusal() == null);
        if (alone.refusal() != null) {
            assertThat(within.refusal()).hasMessage(alone.refusal().getMessage());
        }
    }

    private static void is_answered_to_its_sender(byte[] frame, PduException refusal) {
        assertThat(refusal.commandId()).isEqualTo(ByteBuffer.wrap(frame).getInt(4));
        assertThat(refusal.sequenceNumber()).isEqualTo(ByteBuffer.wrap(frame).getInt(12));
        assertThat(refusal.status().isOk()).isFalse();
    }

    private static void is_the_same_after_writing(Envelope envelope) throws PduException {
        byte[] written;
        try {
            written = encode(envelope);
        } catch (IllegalArgumentException e) {
            // Read leniently, refused strictly: longer than the specification allows.
            assertThat(e.getMessage())
                    .matches("[a-z_]+: \\d+( .*)?, at most \\d+|[a-z_]+: \\d+ characters instead of 16");
            return;
        }
        assertThat(ByteBuffer.wrap(written).getInt(0)).isEqualTo(written.length);
        Envelope again = Codec.decode(written, 0, written.length);
        assertThat(again).isEqualTo(asWritten(envelope));
        assertThat(encode(again)).isEqualTo(written);
    }

    private static void is_the_same_parameter_after_writing(Tlv tlv) {
        KEYS.stream().filter(tlv::is).forEach(key -> is_the_same_after_writing(key, tlv.value()));
    }

    private static <T> void is_the_same_after_writing(TlvKey<T> key, Octets octets) {
        key.read(octets).ifPresent(value -> {
            try {
                assertThat(key.read(key.write(value))).contains(value);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(key.name() + ": ");
            }
        });
    }

    private static List<TlvKey<?>> keys() {
        return Arrays.stream(Tlv.class.getFields())
                .filter(field -> field.getType() == TlvKey.class)
                .<TlvKey<?>>map(field -> {
                    try {
                        return (TlvKey<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** SMPP 3.4 sections 4.1.2 and 4.4.2: these have no body with an error, though some peers send one. */
    private static Envelope asWritten(Envelope envelope) {
        if (envelope.status().isOk()) {
            return envelope;
        }
        Pdu body = envelope.body();
        boolean bare = body instanceof BindReceiverResp
                || body instanceof BindTransmitterResp
                || body instanceof BindTransceiverResp
                || body instanceof SubmitSmResp;
        return bare ? new Envelope(envelope.status(), envelope.sequenceNumber(), empty(body)) : envelope;
    }

    private static Pdu empty(Pdu body) {
        return switch (body.commandId()) {
            case BIND_RECEIVER_RESP -> new BindReceiverResp("", Tlvs.empty());
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp("", Tlvs.empty());
            case BIND_TRANSCEIVER_RESP -> new BindTransceiverResp("", Tlvs.empty());
            default -> new SubmitSmResp("", Tlvs.empty());
        };
    }
}
