package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.smppra.codec.PduSamples.decode;
import static org.smppra.codec.PduSamples.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** A PDU whose command_length is true, but whose body ends too early. */
class CutPduTest {
    private static final List<CommandStatus> REFUSALS =
            List.of(CommandStatus.ESME_RINVMSGLEN, CommandStatus.ESME_RINVOPTPARSTREAM);

    static Stream<Octets> whole() {
        Stream<Octets> samples = PduSamples.all().stream()
                .map(body -> Octets.of(encode(new Envelope(CommandStatus.ESME_ROK, 0x01020304, body))));
        return Stream.concat(samples, PduVector.allValid().stream().map(PduVector::octets));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void is_refused_by_its_header_or_is_a_beginning_of_the_whole(Octets octets) throws Exception {
        byte[] whole = octets.toByteArray();
        Envelope expected = decode(whole);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = cut(whole, length);
            if (length >= 4 && length < Frames.HEADER) {
                assertThatThrownBy(() -> Frames.length(cut, 0, cut.length, Frames.MAX_LENGTH))
                        .isInstanceOf(FramingException.class);
            } else if (length >= Frames.HEADER) {
                assertThat(Frames.length(cut, 0, cut.length, Frames.MAX_LENGTH)).isEqualTo(length);
                check(cut, expected);
            }
        }
    }

    private static void check(byte[] cut, Envelope expected) {
        CommandId command = expected.body().commandId();
        try {
            Envelope read = decode(cut);
            assertThat(read.body().commandId()).isEqualTo(command);
            assertThat(read.sequenceNumber()).isEqualTo(expected.sequenceNumber());
            assertThat(read.status()).isEqualTo(expected.status());
            if (!command.isResponse()) {
                assertThat(PduFields.of(read, 0)).isEqualTo(withTlvsOf(read, expected));
            }
        } catch (PduException e) {
            assertThat(e.commandId()).isEqualTo(command.value());
            assertThat(e.sequenceNumber()).isEqualTo(expected.sequenceNumber());
            assertThat(e.status()).isIn(REFUSALS);
        } catch (RuntimeException e) {
            fail("cut to " + cut.length + " octets", e);
        }
    }

    /** A request is read whole or not at all, but for optional parameters: nobody can know how many were meant. */
    private static Map<String, String> withTlvsOf(Envelope read, Envelope expected) {
        Map<String, String> fields = PduFields.of(expected, 0);
        String all = fields.get("tlvs");
        String fewer = PduFields.of(read, 0).get("tlvs");
        assertThat(all).startsWith(fewer.substring(0, fewer.length() - 1));
        fields.put("tlvs", fewer);
        return fields;
    }

    private static byte[] cut(byte[] whole, int length) {
        byte[] cut = Arrays.copyOf(whole, length);
        if (length >= 4) {
            cut[0] = 0;
            cut[1] = 0;
            cut[2] = (byte) (length >>> 8);
            cut[3] = (byte) length;
        }
        return cut;
    }
}
