package org.smppra.message;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One optional parameter: a tag and its octets. The constants are the keys of all tags of SMPP 3.4, and of one of a
 * provider.
 *
 * <p>SMPP 3.4 section 5.3.
 */
public final class Tlv implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where on a device a message is to be shown: 1 is its display. */
    public static final TlvKey<Integer> DEST_ADDR_SUBUNIT = TlvKey.int8(0x0005, "dest_addr_subunit");

    public static final TlvKey<Integer> DEST_NETWORK_TYPE = TlvKey.int8(0x0006, "dest_network_type");
    public static final TlvKey<Integer> DEST_BEARER_TYPE = TlvKey.int8(0x0007, "dest_bearer_type");
    public static final TlvKey<Integer> DEST_TELEMATICS_ID = TlvKey.int16(0x0008, "dest_telematics_id");
    public static final TlvKey<Integer> SOURCE_ADDR_SUBUNIT = TlvKey.int8(0x000D, "source_addr_subunit");
    public static final TlvKey<Integer> SOURCE_NETWORK_TYPE = TlvKey.int8(0x000E, "source_network_type");
    public static final TlvKey<Integer> SOURCE_BEARER_TYPE = TlvKey.int8(0x000F, "source_bearer_type");
    public static final TlvKey<Integer> SOURCE_TELEMATICS_ID = TlvKey.int8(0x0010, "source_telematics_id");
    /** Seconds. */
    public static final TlvKey<Long> QOS_TIME_TO_LIVE = TlvKey.int32(0x0017, "qos_time_to_live");

    public static final TlvKey<Integer> PAYLOAD_TYPE = TlvKey.int8(0x0019, "payload_type");
    /** Why a request was refused, in words. */
    public static final TlvKey<String> ADDITIONAL_STATUS_INFO_TEXT =
            TlvKey.cString(0x001D, "additional_status_info_text", 256);
    /** The id of the message that a receipt is about. */
    public static final TlvKey<String> RECEIPTED_MESSAGE_ID = TlvKey.cString(0x001E, "receipted_message_id", 65);

    public static final TlvKey<Integer> MS_MSG_WAIT_FACILITIES = TlvKey.int8(0x0030, "ms_msg_wait_facilities");
    public static final TlvKey<Integer> PRIVACY_INDICATOR = TlvKey.int8(0x0201, "privacy_indicator");
    public static final TlvKey<Octets> SOURCE_SUBADDRESS = TlvKey.octets(0x0202, "source_subaddress", 2, 23);
    public static final TlvKey<Octets> DEST_SUBADDRESS = TlvKey.octets(0x0203, "dest_subaddress", 2, 23);
    /** The application's reference, as octets of any length, which some providers allow. */
    public static final TlvKey<Octets> USER_MESSAGE_REFERENCE = TlvKey.octets(0x0204, "user_message_reference");
    /** The same tag as SMPP 3.4 has it: two octets. */
    public static final TlvKey<Integer> USER_MESSAGE_REFERENCE_NUMBER = TlvKey.int16(0x0204, "user_message_reference");

    public static final TlvKey<Integer> USER_RESPONSE_CODE = TlvKey.int8(0x0205, "user_response_code");
    public static final TlvKey<Integer> SOURCE_PORT = TlvKey.int16(0x020A, "source_port");
    public static final TlvKey<Integer> DESTINATION_PORT = TlvKey.int16(0x020B, "destination_port");
    /** What the parts of one message have in common. */
    public static final TlvKey<Integer> SAR_MSG_REF_NUM = TlvKey.int16(0x020C, "sar_msg_ref_num");

    public static final TlvKey<Integer> LANGUAGE_INDICATOR = TlvKey.int8(0x020D, "language_indicator");
    public static final TlvKey<Integer> SAR_TOTAL_SEGMENTS = TlvKey.int8(0x020E, "sar_total_segments");
    /** The number of this part, from 1. */
    public static final TlvKey<Integer> SAR_SEGMENT_SEQNUM = TlvKey.int8(0x020F, "sar_segment_seqnum");
    /** The version of SMPP that the SMSC speaks. */
    public static final TlvKey<Integer> SC_INTERFACE_VERSION = TlvKey.int8(0x0210, "sc_interface_version");

    public static final TlvKey<Integer> CALLBACK_NUM_PRES_IND = TlvKey.int8(0x0302, "callback_num_pres_ind");
    public static final TlvKey<Octets> CALLBACK_NUM_ATAG = TlvKey.octets(0x0303, "callback_num_atag", 0, 65);
    public static final TlvKey<Integer> NUMBER_OF_MESSAGES = TlvKey.int8(0x0304, "number_of_messages", 99);
    /** May be repeated. */
    public static final TlvKey<Octets> CALLBACK_NUM = TlvKey.octets(0x0381, "callback_num", 4, 19);

    public static final TlvKey<Integer> DPF_RESULT = TlvKey.int8(0x0420, "dpf_result");
    public static final TlvKey<Integer> SET_DPF = TlvKey.int8(0x0421, "set_dpf");
    public static final TlvKey<Integer> MS_AVAILABILITY_STATUS = TlvKey.int8(0x0422, "ms_availability_status");
    /** The network's type, then its code in two octets. */
    public static final TlvKey<Octets> NETWORK_ERROR_CODE = TlvKey.octets(0x0423, "network_error_code", 3, 3);
    /** User data above 254 octets. */
    public static final TlvKey<Octets> MESSAGE_PAYLOAD = TlvKey.octets(0x0424, "message_payload");

    public static final TlvKey<Integer> DELIVERY_FAILURE_REASON = TlvKey.int8(0x0425, "delivery_failure_reason");
    public static final TlvKey<Integer> MORE_MESSAGES_TO_SEND = TlvKey.int8(0x0426, "more_messages_to_send");
    /** The state in a receipt. */
    public static final TlvKey<Integer> MESSAGE_STATE = TlvKey.int8(0x0427, "message_state");

    public static final TlvKey<Integer> USSD_SERVICE_OP = TlvKey.int8(0x0501, "ussd_service_op");
    public static final TlvKey<Integer> DISPLAY_TIME = TlvKey.int8(0x1201, "display_time");
    public static final TlvKey<Integer> SMS_SIGNAL = TlvKey.int16(0x1203, "sms_signal");
    public static final TlvKey<Integer> MS_VALIDITY = TlvKey.int8(0x1204, "ms_validity");
    /** Its presence is its meaning. */
    public static final TlvKey<Octets> ALERT_ON_MESSAGE_DELIVERY =
            TlvKey.octets(0x130C, "alert_on_message_delivery", 0, 0);

    public static final TlvKey<Integer> ITS_REPLY_TYPE = TlvKey.int8(0x1380, "its_reply_type");
    /** A session's number, then a sequence number with an end flag in the last bit. */
    public static final TlvKey<Octets> ITS_SESSION_INFO = TlvKey.octets(0x1383, "its_session_info", 2, 2);
    /** GatewayAPI's message class (not the GSM class), without a NUL. */
    public static final TlvKey<Octets> MESSAGE_CLASS = TlvKey.octets(0x2900, "message_class");

    private final int tag;
    private final Octets value;

    private Tlv(int tag, Octets value) {
        this.tag = tag;
        this.value = Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the tag is not 0 to 0xFFFF or the value is over 65,535 octets */
    public static Tlv of(int tag, Octets value) {
        if (tag < 0 || tag > 0xFFFF) {
            throw new IllegalArgumentException("tag: 0x" + Integer.toHexString(tag) + " is outside 0 to 0xFFFF");
        }
        if (value.length() > 0xFFFF) {
            throw new IllegalArgumentException("value: " + value.length() + " octets, at most 65535 fit in a TLV");
        }
        return new Tlv(tag, value);
    }

    /** Whether the tag is this key's. */
    public boolean is(TlvKey<?> key) {
        return tag == key.tag();
    }

    public int tag() {
        return tag;
    }

    public Octets value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tlv that && tag == that.tag && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tag, value);
    }

    @Override
    public String toString() {
        return String.format("0x%04X (%s)", tag, value);
    }
}
