package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.smppra.codec.PduSamples.encode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.CommandId;
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

    @Test
    void an_unknown_command_is_refused_with_its_sequence_number() {
        byte[] octets = Octets.ofHex("00000010000001230000000000000042").toByteArray();
        PduException refused = catchThrowableOfType(PduException.class, () -> Codec.decode(octets, 0, octets.length));
        assertThat(refused.status()).isEqualTo(CommandStatus.ESME_RINVCMDID);
        assertThat(refused.sequenceNumber()).isEqualTo(0x42);
    }
}
