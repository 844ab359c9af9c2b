package org.smppra.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlvKeyTest {

    /** SMPP 3.4 section 5.3.2: tag, name, fewest and most octets. The reference is as long as a provider likes. */
    @ParameterizedTest
    @CsvSource({
        "0005,dest_addr_subunit,1,1",
        "0006,dest_network_type,1,1",
        "0007,dest_bearer_type,1,1",
        "0008,dest_telematics_id,2,2",
        "000D,source_addr_subunit,1,1",
        "000E,source_network_type,1,1",
        "000F,source_bearer_type,1,1",
        "0010,source_telematics_id,1,1",
        "0017,qos_time_to_live,4,4",
        "0019,payload_type,1,1",
        "001D,additional_status_info_text,0,256",
        "001E,receipted_message_id,0,65",
        "0030,ms_msg_wait_facilities,1,1",
        "0201,privacy_indicator,1,1",
        "0202,source_subaddress,2,23",
        "0203,dest_subaddress,2,23",
        "0204,user_message_reference,0,65535",
        "0205,user_response_code,1,1",
        "020A,source_port,2,2",
        "020B,destination_port,2,2",
        "020C,sar_msg_ref_num,2,2",
        "020D,language_indicator,1,1",
        "020E,sar_total_segments,1,1",
        "020F,sar_segment_seqnum,1,1",
        "0210,sc_interface_version,1,1",
        "0302,callback_num_pres_ind,1,1",
        "0303,callback_num_atag,0,65",
        "0304,number_of_messages,1,1",
        "0381,callback_num,4,19",
        "0420,dpf_result,1,1",
        "0421,set_dpf,1,1",
        "0422,ms_availability_status,1,1",
        "0423,network_error_code,3,3",
        "0424,message_payload,0,65535",
        "0425,delivery_failure_reason,1,1",
        "0426,more_messages_to_send,1,1",
        "0427,message_state,1,1",
        "0501,ussd_service_op,1,1",
        "1201,display_time,1,1",
        "1203,sms_signal,2,2",
        "1204,ms_validity,1,1",
        "130C,alert_on_message_delivery,0,0",
        "1380,its_reply_type,1,1",
        "1383,its_session_info,2,2",
        "2900,message_class,0,65535"
    })
    void each_parameter_has_its_tag_its_name_and_its_length(String tag, String name, int min, int max)
            throws ReflectiveOperationException {
        TlvKey<?> key =
                (TlvKey<?>) Tlv.class.getField(name.toUpperCase(Locale.ROOT)).get(null);
        assertThat(key.tag()).isEqualTo(Integer.parseInt(tag, 16));
        assertThat(key.name()).isEqualTo(name);
        assertThat(key.read(octets(min))).isPresent();
        assertThat(key.read(octets(max))).isPresent();
        assertThat(key.read(octets(max + 1))).isEmpty();
        if (min > 0) {
            assertThat(key.read(octets(min - 1))).isEmpty();
        }
    }

    private static Octets octets(int length) {
        return Octets.of(new byte[length]);
    }

    @Test
    void there_is_no_other_key_but_the_reference_as_a_number() {
        assertThat(Arrays.stream(Tlv.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())))
                .hasSize(46);
        assertThat(Tlv.USER_MESSAGE_REFERENCE_NUMBER.tag()).isEqualTo(Tlv.USER_MESSAGE_REFERENCE.tag());
        assertThat(Tlv.USER_MESSAGE_REFERENCE_NUMBER.read(Octets.ofHex("FFFE"))).contains(0xFFFE);
    }

    @Test
    void integers_are_unsigned_and_big_endian() {
        assertThat(Tlv.MESSAGE_STATE.write(255)).isEqualTo(Octets.ofHex("ff"));
        assertThat(Tlv.SOURCE_PORT.write(0xFF01)).isEqualTo(Octets.ofHex("ff01"));
        assertThat(Tlv.QOS_TIME_TO_LIVE.write(0xFFFEFDFCL)).isEqualTo(Octets.ofHex("fffefdfc"));
        assertThat(Tlv.MESSAGE_STATE.read(Octets.ofHex("ff"))).contains(255);
        assertThat(Tlv.SOURCE_PORT.read(Octets.ofHex("ff01"))).contains(0xFF01);
        assertThat(Tlv.QOS_TIME_TO_LIVE.read(Octets.ofHex("fffefdfc"))).contains(0xFFFEFDFCL);
    }

    @Test
    void a_string_ends_at_its_NUL_or_with_its_octets() {
        assertThat(Tlv.RECEIPTED_MESSAGE_ID.write("4d\u00e9")).isEqualTo(Octets.ofHex("3464e900"));
        assertThat(Tlv.RECEIPTED_MESSAGE_ID.read(Octets.ofHex("3464e900"))).contains("4d\u00e9");
        assertThat(Tlv.RECEIPTED_MESSAGE_ID.read(Octets.ofHex("346400ff"))).contains("4d");
        assertThat(Tlv.RECEIPTED_MESSAGE_ID.read(Octets.ofHex("3464"))).contains("4d");
        assertThat(Tlv.RECEIPTED_MESSAGE_ID.read(Octets.empty())).contains("");
    }

    @Test
    void the_message_class_has_no_NUL() {
        assertThat(Tlv.MESSAGE_CLASS.write(Octets.ofLatin1("premium")).toLatin1())
                .isEqualTo("premium");
    }

    @Test
    void what_does_not_fit_is_refused_with_the_parameters_name() {
        assertRefused(Tlv.MESSAGE_STATE, 256, "message_state: 256 ");
        assertRefused(Tlv.MESSAGE_STATE, -1, "message_state: -1 ");
        assertRefused(Tlv.NUMBER_OF_MESSAGES, 100, "number_of_messages: 100 ");
        assertRefused(Tlv.SOURCE_PORT, 0x10000, "source_port: 65536 ");
        assertRefused(Tlv.QOS_TIME_TO_LIVE, 0x1_0000_0000L, "qos_time_to_live: 4294967296 ");
        assertRefused(Tlv.RECEIPTED_MESSAGE_ID, "x".repeat(65), "receipted_message_id: 66 octets");
        assertRefused(Tlv.RECEIPTED_MESSAGE_ID, "a\0b", "receipted_message_id: ");
        assertRefused(Tlv.RECEIPTED_MESSAGE_ID, "\u20ac", "receipted_message_id: ");
        assertRefused(Tlv.CALLBACK_NUM, octets(3), "callback_num: 3 octets");
        assertRefused(Tlv.CALLBACK_NUM, octets(20), "callback_num: 20 octets");
        assertRefused(Tlv.ALERT_ON_MESSAGE_DELIVERY, octets(1), "alert_on_message_delivery: 1 octets");
    }

    private static <T> void assertRefused(TlvKey<T> key, T value, String message) {
        assertThatThrownBy(() -> key.write(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_provider_may_have_its_own() {
        TlvKey<String> operator = TlvKey.cString(0x1403, "operator", 10);
        assertThat(Tlvs.empty().with(operator, "26F102").get(operator)).contains("26F102");
        assertThat(operator).hasToString("operator (0x1403)");
    }
}
