package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.codec.PduSamples.decode;
import static org.smppra.codec.PduSamples.encode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.Envelope;

/** Foreign octets: what the tests of other stacks publish. */
class PduVectorsTest {
    /** What we read, but would write in another way. */
    private static final Map<String, String> WRITTEN_OTHERWISE = Map.of(
            "bind-transceiver-resp-error-with-body", "00000010800000090000000e00004db3",
            "submit-sm-resp-ok-no-body", "0000001180000004000000000a342ee100");
    /** What we read, but would not write: its password has an octet more than SMPP 3.4 section 4.1.7.1 allows. */
    private static final String TOO_LONG = "outbind";

    static List<PduVector> valid() {
        return PduVector.allValid();
    }

    @Test
    void there_are_as_many_as_were_collected() {
        assertThat(PduVector.all()).hasSize(20);
        assertThat(valid()).hasSize(18);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void is_read_field_by_field(PduVector vector) throws PduException {
        byte[] octets = vector.octets().toByteArray();
        assertThat(PduFields.of(decode(octets), octets.length)).containsAllEntriesOf(vector.fields());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void is_written_to_the_same_octets_where_they_are_as_the_specification_has_them(PduVector vector)
            throws PduException {
        Envelope envelope = decode(vector.octets().toByteArray());
        if (vector.id().equals(TOO_LONG)) {
            assertThatThrownBy(() -> encode(envelope)).hasMessage("password: 9 characters, at most 8");
        } else {
            assertThat(Octets.of(encode(envelope)).toHex())
                    .isEqualTo(WRITTEN_OTHERWISE.getOrDefault(
                            vector.id(), vector.octets().toHex()));
        }
    }

    @Test
    void a_negative_length_loses_the_frame() {
        byte[] octets = PduVector.malformed("bad-length-negative").octets().toByteArray();
        assertThatThrownBy(() -> Frames.length(octets, 0, octets.length, Integer.MAX_VALUE))
                .isInstanceOf(FramingException.class)
                .hasMessageContaining("4026531857");
    }

    @Test
    void an_answer_keeps_what_stands_before_a_parameter_that_is_cut_off() throws PduException {
        byte[] octets = PduVector.malformed("bad-tlv-truncated").octets().toByteArray();
        assertThat(decode(octets).body()).isEqualTo(new BindTransceiverResp("TSI7588", Tlvs.empty()));
    }
}
