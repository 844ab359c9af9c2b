package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.smppra.codec.PduSamples.decode;
import static org.smppra.codec.PduSamples.frame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.UserMessage;

/** What real peers send that SMPP 3.4 does not have so, and what is refused none the less. */
class LenientReadingTest {
    private static final String OK = "00000000";
    private static final String SYSTEM_ERROR = "00000008";
    /** A deliver_sm up to its sm_length. */
    private static final String MESSAGE = "00 010131 00 010132 00 040000 00 00 00 00 00 00";

    private static Pdu read(String commandId, String status, String body) throws PduException {
        return decode(frame(commandId, status, body)).body();
    }

    private static PduException refusal(String commandId, String body) {
        byte[] octets = frame(commandId, OK, body);
        return catchThrowableOfType(PduException.class, () -> decode(octets));
    }

    @ParameterizedTest
    @ValueSource(strings = {OK, SYSTEM_ERROR})
    void an_answer_may_come_without_its_body_whatever_its_status(String status) throws PduException {
        assertThat(read("80000002", status, "")).isEqualTo(new BindTransmitterResp("", Tlvs.empty()));
        assertThat(read("80000004", status, "")).isEqualTo(new SubmitSmResp("", Tlvs.empty()));
        assertThat(read("80000005", status, "")).isEqualTo(new DeliverSmResp("", Tlvs.empty()));
        assertThat(read("80000103", status, "")).isEqualTo(new DataSmResp("", Tlvs.empty()));
        assertThat(read("80000021", status, "")).isEqualTo(new SubmitMultiResp("", List.of(), Tlvs.empty()));
        assertThat(read("80000003", status, "")).isEqualTo(new QuerySmResp("", "", 0, 0));
    }

    @Test
    void an_error_may_come_with_a_body() throws PduException {
        assertThat(read("80000004", SYSTEM_ERROR, "313200")).isEqualTo(new SubmitSmResp("12", Tlvs.empty()));
    }

    @Test
    void the_end_of_an_answer_may_stand_for_the_last_NUL() throws PduException {
        assertThat(read("80000004", OK, "313233")).isEqualTo(new SubmitSmResp("123", Tlvs.empty()));
        assertThat(read("80000002", OK, "534d5343")).isEqualTo(new BindTransmitterResp("SMSC", Tlvs.empty()));
    }

    @Test
    void a_request_ends_its_strings_itself() {
        assertThat(refusal("00000003", "313233").status()).isEqualTo(CommandStatus.ESME_RINVMSGLEN);
        assertThat(refusal("0000000b", "313233 00 3132").getMessage()).startsWith("password: ");
    }

    @Test
    void an_answer_to_submit_multi_may_say_nothing_of_failures() throws PduException {
        assertThat(read("80000021", OK, "3100")).isEqualTo(new SubmitMultiResp("1", List.of(), Tlvs.empty()));
    }

    @Test
    void an_answer_keeps_what_stands_before_octets_that_are_no_parameter() throws PduException {
        Tlvs version = Tlvs.empty().with(Tlv.SC_INTERFACE_VERSION, 0x34);
        for (String odd : List.of("01", "0427", "042700", "0427000502")) {
            assertThat(read("80000002", OK, "00 0210000134" + odd)).isEqualTo(new BindTransmitterResp("", version));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0000", "000000"})
    void a_request_may_be_padded_with_NULs(String padding) throws PduException {
        UserMessage message = (UserMessage) read("00000005", OK, MESSAGE + "024142" + padding);
        assertThat(message.userData()).isEqualTo(Octets.ofLatin1("AB"));
        assertThat(message.tlvs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "0424", "042400", "04240005414243", "00000001"})
    void a_request_whose_parameters_are_cut_is_refused(String odd) {
        assertThat(refusal("00000005", MESSAGE + "024142" + odd).status())
                .isEqualTo(CommandStatus.ESME_RINVOPTPARSTREAM);
    }

    @Test
    void octets_behind_a_pdu_without_parameters_are_overlooked() throws PduException {
        assertThat(read("00000015", OK, "deadbeef")).isEqualTo(new EnquireLink());
        assertThat(read("80000000", "00000003", "00")).isEqualTo(new GenericNack());
        assertThat(read("80000008", OK, "3100")).isEqualTo(new CancelSmResp());
        assertThat(read("00000003", OK, "3100 000000 ffff")).isEqualTo(new QuerySm("1", Address.none()));
        assertThat(read("80000003", OK, "3100 00 02 00 ffff")).isEqualTo(new QuerySmResp("1", "", 2, 0));
    }

    @Test
    void fields_longer_than_the_specification_allows_are_read() throws PduException {
        String id = "31".repeat(300);
        assertThat(read("80000004", OK, id + "00")).isEqualTo(new SubmitSmResp("1".repeat(300), Tlvs.empty()));
        DeliverSm message = (DeliverSm) read("00000005", OK, MESSAGE + "ff" + "41".repeat(255));
        assertThat(message.shortMessage().length()).isEqualTo(255);
    }

    @Test
    void a_state_may_have_a_date_of_twelve_digits() throws PduException {
        String date = Octets.ofLatin1("201118105400").toHex();
        assertThat(read("80000003", OK, "3100" + date + "00 02 00"))
                .isEqualTo(new QuerySmResp("1", "201118105400", 2, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "00000021, 00 000000 fe 01 000000",
        "00000021, 00 000000 02 02 00 02",
        "80000021, 00 ff 010100 00000008",
        "80000021, 00 01 010100 000008",
        "00000005, 00 000000 000000 000000 00 00 00 00 00 00 ff 41"
    })
    void more_than_can_be_there_is_refused_before_room_is_made(String commandId, String body) {
        PduException refusal = refusal(commandId, body);
        assertThat(refusal.status()).isEqualTo(CommandStatus.ESME_RINVMSGLEN);
        assertThat(refusal.getMessage()).contains("announced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "03", "ff"})
    void a_destination_is_an_address_or_a_list(String flag) {
        assertThat(refusal("00000021", "00 000000 01" + flag + "0000000000").status())
                .isEqualTo(CommandStatus.ESME_RINVDESTFLAG);
    }
}
