package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.codec.PduSamples.PHONE;
import static org.smppra.codec.PduSamples.SHOP;
import static org.smppra.codec.PduSamples.encode;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DestAddress.DistributionList;
import org.smppra.pdu.DestAddress.Sme;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.UnsuccessSme;

/** What does not fit is refused with the field's name, and nothing of it is written. */
class FieldLimitsTest {
    private static final Tlvs NONE = Tlvs.empty();
    private static final Octets TEXT = Octets.ofLatin1("hello");

    private static String of(int length) {
        return "x".repeat(length);
    }

    private static Address address(int length) {
        return Address.of(1, 1, of(length));
    }

    private static SubmitSm submit(String type, Address from, Address to, int f, String schedule, String validity) {
        return new SubmitSm(type, from, to, f, f, f, schedule, validity, f, f, f, f, TEXT, NONE);
    }

    private static SubmitMulti multi(int destinations) {
        return new SubmitMulti(
                "", SHOP, Collections.nCopies(destinations, new Sme(PHONE)), 0, 0, 0, "", "", 0, 0, 0, 0, TEXT, NONE);
    }

    private static SubmitMulti multi(Address source, String list) {
        return new SubmitMulti(
                "", source, List.of(new DistributionList(list)), 0, 0, 0, "", "", 0, 0, 0, 0, TEXT, NONE);
    }

    private static SubmitMultiResp unsuccessful(int count, Address address) {
        return new SubmitMultiResp(
                "", Collections.nCopies(count, new UnsuccessSme(address, CommandStatus.ESME_RSYSERR)), NONE);
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("system_id", new BindReceiver(of(16), "", "", 0, 0, 0, "")),
                Arguments.of("password", new BindReceiver("", of(9), "", 0, 0, 0, "")),
                Arguments.of("system_type", new BindReceiver("", "", of(13), 0, 0, 0, "")),
                Arguments.of("interface_version", new BindReceiver("", "", "", 256, 0, 0, "")),
                Arguments.of("addr_ton", new BindReceiver("", "", "", 0, -1, 0, "")),
                Arguments.of("addr_npi", new BindReceiver("", "", "", 0, 0, 256, "")),
                Arguments.of("address_range", new BindReceiver("", "", "", 0, 0, 0, of(41))),
                Arguments.of("system_id", new BindReceiverResp(of(16), NONE)),
                Arguments.of("system_id", new Outbind(of(16), "")),
                Arguments.of("password", new Outbind("", of(9))),
                Arguments.of("service_type", submit(of(6), SHOP, PHONE, 0, "", "")),
                Arguments.of("source_addr_ton", submit("", Address.of(256, 0, ""), PHONE, 0, "", "")),
                Arguments.of("source_addr_npi", submit("", Address.of(0, -1, ""), PHONE, 0, "", "")),
                Arguments.of("source_addr", submit("", address(21), PHONE, 0, "", "")),
                Arguments.of("dest_addr_ton", submit("", SHOP, Address.of(256, 0, ""), 0, "", "")),
                Arguments.of("dest_addr_npi", submit("", SHOP, Address.of(0, 256, ""), 0, "", "")),
                Arguments.of("destination_addr", submit("", SHOP, address(21), 0, "", "")),
                Arguments.of("esm_class", submit("", SHOP, PHONE, 256, "", "")),
                Arguments.of("schedule_delivery_time", submit("", SHOP, PHONE, 0, of(15), "")),
                Arguments.of("schedule_delivery_time", submit("", SHOP, PHONE, 0, of(17), "")),
                Arguments.of("validity_period", submit("", SHOP, PHONE, 0, "", of(1))),
                Arguments.of("protocol_id", new DeliverSm("", SHOP, PHONE, 0, 256, 0, "", "", 0, 0, 0, 0, TEXT, NONE)),
                Arguments.of("priority_flag", new DeliverSm("", SHOP, PHONE, 0, 0, -1, "", "", 0, 0, 0, 0, TEXT, NONE)),
                Arguments.of(
                        "registered_delivery",
                        new DeliverSm("", SHOP, PHONE, 0, 0, 0, "", "", 256, 0, 0, 0, TEXT, NONE)),
                Arguments.of(
                        "replace_if_present_flag",
                        new DeliverSm("", SHOP, PHONE, 0, 0, 0, "", "", 0, 256, 0, 0, TEXT, NONE)),
                Arguments.of("data_coding", new DeliverSm("", SHOP, PHONE, 0, 0, 0, "", "", 0, 0, 256, 0, TEXT, NONE)),
                Arguments.of(
                        "sm_default_msg_id", new DeliverSm("", SHOP, PHONE, 0, 0, 0, "", "", 0, 0, 0, 256, TEXT, NONE)),
                Arguments.of(
                        "short_message",
                        new DeliverSm("", SHOP, PHONE, 0, 0, 0, "", "", 0, 0, 0, 0, Octets.of(new byte[255]), NONE)),
                Arguments.of("message_id", new SubmitSmResp(of(65), NONE)),
                Arguments.of("number_of_dests", multi(255)),
                Arguments.of("dl_name", multi(SHOP, of(21))),
                Arguments.of("source_addr", multi(address(21), "")),
                Arguments.of("no_unsuccess", unsuccessful(256, PHONE)),
                Arguments.of("destination_addr", unsuccessful(1, address(21))),
                Arguments.of("source_addr", new DataSm("", address(65), PHONE, 0, 0, 0, NONE)),
                Arguments.of("destination_addr", new DataSm("", SHOP, address(65), 0, 0, 0, NONE)),
                Arguments.of("data_coding", new DataSm("", SHOP, PHONE, 0, 0, 256, NONE)),
                Arguments.of("message_id", new DataSmResp(of(65), NONE)),
                Arguments.of("source_addr", new AlertNotification(address(65), PHONE, NONE)),
                Arguments.of("esme_addr", new AlertNotification(PHONE, address(65), NONE)),
                Arguments.of("message_id", new QuerySm(of(65), SHOP)),
                Arguments.of("source_addr", new QuerySm("", address(21))),
                Arguments.of("final_date", new QuerySmResp("", "201118105400", 0, 0)),
                Arguments.of("message_state", new QuerySmResp("", "", 256, 0)),
                Arguments.of("error_code", new QuerySmResp("", "", 0, 256)),
                Arguments.of("service_type", new CancelSm(of(6), "", SHOP, PHONE)),
                Arguments.of("destination_addr", new CancelSm("", "", SHOP, address(21))),
                Arguments.of("validity_period", new ReplaceSm("", SHOP, "", of(17), 0, 0, TEXT)),
                Arguments.of("sm_default_msg_id", new ReplaceSm("", SHOP, "", "", 0, 256, TEXT)),
                Arguments.of("short_message", new ReplaceSm("", SHOP, "", "", 0, 0, Octets.of(new byte[255]))));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void too_much_is_refused_with_the_name_of_the_field(String field, Pdu body) {
        PduOutput out = new PduOutput(16);
        Codec.encode(Envelope.request(1, new EnquireLink()), out);
        assertThatThrownBy(() -> Codec.encode(Envelope.request(2, body), out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": ");
        assertThat(out.toByteArray()).isEqualTo(encode(Envelope.request(1, new EnquireLink())));
    }

    static Stream<Pdu> atTheLimit() {
        return Stream.of(
                new BindReceiver(of(15), of(8), of(12), 255, 255, 255, of(40)),
                submit(of(5), address(20), address(20), 255, of(16), of(16)),
                new DataSm(of(5), address(64), address(64), 255, 255, 255, NONE),
                new AlertNotification(address(64), address(64), NONE),
                multi(254),
                multi(address(20), of(20)),
                unsuccessful(255, address(20)),
                new QuerySmResp(of(64), of(16), 255, 255),
                new ReplaceSm(of(64), address(20), of(16), of(16), 255, 255, Octets.of(new byte[254])));
    }

    @ParameterizedTest
    @MethodSource("atTheLimit")
    void what_just_fits_is_written(Pdu body) throws PduException {
        assertThat(PduSamples.decode(encode(Envelope.request(1, body))).body()).isEqualTo(body);
    }

    @Test
    void a_string_holds_no_character_that_an_octet_cannot() {
        for (String text : List.of("a\0b", "\u0100", "\uFFFF")) {
            assertThatThrownBy(() -> encode(Envelope.request(1, new QuerySm(text, SHOP))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("message_id: ");
        }
    }
}
