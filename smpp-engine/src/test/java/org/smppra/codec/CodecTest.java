package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.smppra.codec.PduSamples.encode;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

class CodecTest {
    static List<Pdu> bodies() {
        return PduSamples.all();
    }

    @Test
    void every_command_has_a_sample_here() {
        List<CommandId> covered = bodies().stream().map(Pdu::commandId).toList();
        assertThat(covered).containsExactlyInAnyOrder(CommandId.values());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void reads_back_what_it_wrote(Pdu body) throws PduException {
        Envelope envelope = new Envelope(CommandStatus.ESME_ROK, 0x7FFFFFFF, body);
        byte[] octets = encode(envelope);
        assertThat(Codec.decode(octets, 0, octets.length)).isEqualTo(envelope);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_cut_anywhere_is_a_typed_error_or_an_answer_without_a_body(Pdu body) {
        byte[] octets = encode(new Envelope(CommandStatus.ESME_ROK, 1, body));
        for (int length = Frames.HEADER; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            try {
                Envelope read = Codec.decode(cut, 0, length);
                // Cut between two parameters, or before the body of an answer: shorter, but sound.
                assertThat(encode(read)).hasSizeLessThanOrEqualTo(octets.length);
            } catch (PduException e) {
                assertThat(e.status().isOk()).isFalse();
                assertThat(e.sequenceNumber()).isEqualTo(1);
            }
        }
    }

    /** SMPP 3.4 section 3.2.2, the specification's own example. */
    @Test
    void reads_the_bind_of_the_specification() throws PduException {
        byte[] octets = Octets.ofHex(
                        "0000002f000000020000000000000001534d50503354455354007365637265743038005355424d4954310000010100")
                .toByteArray();
        assertThat(Codec.decode(octets, 0, octets.length))
                .isEqualTo(Envelope.request(1, new BindTransmitter("SMPP3TEST", "secret08", "SUBMIT1", 0, 1, 1, "")));
    }

    @Test
    void reads_an_error_with_and_without_a_body() throws PduException {
        byte[] with = Octets.ofHex("00000015800000090000000e00004db3534d534300").toByteArray();
        byte[] without = Octets.ofHex("00000010800000090000000e00004db3").toByteArray();
        assertThat(Codec.decode(with, 0, with.length).body()).isEqualTo(new BindTransceiverResp("SMSC", Tlvs.empty()));
        assertThat(Codec.decode(without, 0, without.length).status()).isEqualTo(CommandStatus.ESME_RINVPASWD);
    }

    @Test
    void an_unknown_command_is_refused_with_its_sequence_number() {
        byte[] octets = Octets.ofHex("00000010000001230000000000000042").toByteArray();
        PduException refused = catchThrowableOfType(PduException.class, () -> Codec.decode(octets, 0, octets.length));
        assertThat(refused.status()).isEqualTo(CommandStatus.ESME_RINVCMDID);
        assertThat(refused.sequenceNumber()).isEqualTo(0x42);
    }

    @Test
    void a_length_outside_the_limits_loses_the_frame_before_anything_is_allocated() {
        byte[] huge = Octets.ofHex("7ffffff0").toByteArray();
        byte[] tiny = Octets.ofHex("0000000f").toByteArray();
        byte[] negative = Octets.ofHex("80000010").toByteArray();
        for (byte[] length : List.of(huge, tiny, negative)) {
            assertThatThrownBy(() -> Frames.length(length, 0, 4, Frames.MAX_LENGTH))
                    .isInstanceOf(FramingException.class);
        }
    }

    @Test
    void what_does_not_fit_leaves_nothing_behind() {
        PduOutput out = new PduOutput(16);
        Codec.encode(Envelope.request(1, new EnquireLink()), out);
        BindTransceiver bind = new BindTransceiver("id", "nine-long", "", 0x34, 0, 0, "");
        assertThatThrownBy(() -> Codec.encode(Envelope.request(2, bind), out)).hasMessageContaining("password");
        assertThat(out.length()).isEqualTo(16);
    }
}
