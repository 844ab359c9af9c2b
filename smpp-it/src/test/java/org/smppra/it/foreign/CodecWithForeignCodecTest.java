package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;

/** The same octets mean the same to our codec and to somebody else's, in both directions. */
class CodecWithForeignCodecTest {
    private static final int SEQUENCE_NUMBER = 0x12345678;

    static Stream<Arguments> everyPdu() {
        return Arrays.stream(ForeignLibrary.values()).flatMap(library -> Arrays.stream(CommandId.values())
                .filter(library.codec()::knows)
                .map(id -> Arguments.of(library, id)));
    }

    /** All but what a test below says they get wrong. */
    static Stream<Arguments> everyPduTheyWriteWell() {
        return everyPdu()
                .filter(args -> args.get()[0] != ForeignLibrary.JSMPP || args.get()[1] != CommandId.SUBMIT_MULTI);
    }

    static Stream<Arguments> everyTlv() {
        return Arrays.stream(ForeignLibrary.values())
                .flatMap(library -> SamplePdus.keys().stream().map(key -> Arguments.of(library, key)))
                .filter(args ->
                        args.get()[0] != ForeignLibrary.JSMPP || args.get()[1] != Tlv.ALERT_ON_MESSAGE_DELIVERY);
    }

    private static Envelope envelope(Pdu body) {
        return Envelope.request(SEQUENCE_NUMBER, body);
    }

    @ParameterizedTest
    @MethodSource("everyPdu")
    void what_we_write_is_read_with_equal_fields(ForeignLibrary library, CommandId id) throws Exception {
        Envelope ours = envelope(SamplePdus.of(id));
        assertThat(library.codec().decode(Frame.of(ours).octets().toByteArray()))
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("everyPduTheyWriteWell")
    void what_they_write_is_read_with_equal_fields(ForeignLibrary library, CommandId id) throws Exception {
        Envelope ours = envelope(SamplePdus.of(id));
        byte[] theirs = library.codec().encode(ours);
        assertThat(Codec.decode(theirs, 0, theirs.length)).isEqualTo(ours);
        assertThat(Octets.of(theirs)).isEqualTo(Frame.of(ours).octets());
    }

    @ParameterizedTest
    @MethodSource("everyTlv")
    void every_optional_parameter_is_read_octet_for_octet(ForeignLibrary library, TlvKey<?> key) throws Exception {
        Tlvs tlvs = Tlvs.empty().with(key.tag(), SamplePdus.value(key)).with(Tlv.SAR_MSG_REF_NUM, 0xFEDC);
        Envelope ours = envelope(SamplePdus.submitSm(Octets.empty(), tlvs));
        assertThat(library.codec().decode(Frame.of(ours).octets().toByteArray()))
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("everyPdu")
    void an_error_status_is_read(ForeignLibrary library, CommandId id) throws Exception {
        if (id.isResponse()) {
            Envelope refusal = new Envelope(CommandStatus.of(0x042E), SEQUENCE_NUMBER, SamplePdus.of(id));
            Envelope read = library.codec().decode(Frame.of(refusal).octets().toByteArray());
            assertThat(read.status()).isEqualTo(refusal.status());
            assertThat(read.sequenceNumber()).isEqualTo(SEQUENCE_NUMBER);
            assertThat(read.body().commandId()).isEqualTo(id);
        }
    }

    /** SMPP 3.4 section 4.5.1.2: dl_name follows dest_flag. */
    @Test
    void jsmpp_writes_a_distribution_list_without_its_name() throws Exception {
        byte[] theirs = new JsmppCodec().encode(envelope(SamplePdus.of(CommandId.SUBMIT_MULTI)));
        assertThatThrownBy(() -> Codec.decode(theirs, 0, theirs.length))
                .isInstanceOfSatisfying(
                        PduException.class, e -> assertThat(e.status()).isEqualTo(CommandStatus.ESME_RINVDESTFLAG));
    }

    @Test
    void jsmpp_writes_a_submit_multi_to_addresses_alone() throws Exception {
        Envelope ours = envelope(SamplePdus.submitMulti(List.of(SamplePdus.sme(), SamplePdus.sme())));
        assertThat(Octets.of(new JsmppCodec().encode(ours)))
                .isEqualTo(Frame.of(ours).octets());
    }

    /** SMPP 3.4 section 5.3.2.41: alert_on_message_delivery has no value. */
    @Test
    void jsmpp_reads_an_octet_into_alert_on_message_delivery() throws Exception {
        Tlvs tlvs = Tlvs.empty().with(Tlv.ALERT_ON_MESSAGE_DELIVERY, Octets.empty());
        Envelope ours = envelope(SamplePdus.submitSm(Octets.empty(), tlvs));
        SubmitSm read = (SubmitSm)
                new JsmppCodec().decode(Frame.of(ours).octets().toByteArray()).body();
        assertThat(read.tlvs()).isEqualTo(Tlvs.empty().with(Tlv.ALERT_ON_MESSAGE_DELIVERY.tag(), Octets.ofHex("00")));
    }

    @Test
    void every_key_has_a_value_of_its_own_type() {
        assertThat(SamplePdus.keys())
                .hasSizeGreaterThanOrEqualTo(44)
                .allSatisfy(key -> assertThat(key.read(SamplePdus.value(key))).isPresent());
    }
}
