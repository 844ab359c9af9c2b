package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.codec.PduSamples.decode;
import static org.smppra.codec.PduSamples.encode;
import static org.smppra.codec.PduSamples.frame;

import org.junit.jupiter.api.Test;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;

/** SMPP 3.3 in the codec of 3.4: the same PDUs, without optional parameters. */
class Version33Test {
    private static final String OK = "00000000";

    @Test
    void a_bind_says_its_version() throws PduException {
        BindTransmitter bind = new BindTransmitter("id", "secret", "", 0x33, 0, 0, "");
        assertThat(decode(encode(Envelope.request(1, bind))).body()).isEqualTo(bind);
    }

    @Test
    void a_bind_is_answered_by_the_system_id_alone() throws PduException {
        assertThat(decode(frame("80000001", OK, "534d534300")).body())
                .isEqualTo(new BindReceiverResp("SMSC", Tlvs.empty()));
    }

    @Test
    void a_message_id_of_hexadecimal_digits_is_kept_as_it_is() throws PduException {
        assertThat(decode(frame("80000004", OK, "303046463439334100")).body())
                .isEqualTo(new SubmitSmResp("00FF493A", Tlvs.empty()));
    }

    @Test
    void a_message_has_no_optional_parameters() throws PduException {
        DeliverSm message =
                (DeliverSm) decode(frame("00000005", OK, "00 010131 00 010132 00 040000 00 00 01 00 00 00 0141"))
                        .body();
        assertThat(message.userData().toLatin1()).isEqualTo("A");
        assertThat(message.tlvs()).isEmpty();
    }
}
