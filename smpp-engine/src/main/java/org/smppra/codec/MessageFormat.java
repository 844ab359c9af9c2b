package org.smppra.codec;

import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.MessagePdu;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSmResp;

/** SMPP 3.4 sections 4.4 (submit_sm) and 4.6 (deliver_sm), which have the same fields. */
final class MessageFormat {
    private static final int MAX_SHORT_MESSAGE = 254;

    private MessageFormat() {}

    interface Maker {
        MessagePdu make(
                String serviceType,
                Address source,
                Address destination,
                int esmClass,
                int protocolId,
                int priorityFlag,
                String scheduleDeliveryTime,
                String validityPeriod,
                int registeredDelivery,
                int replaceIfPresentFlag,
                int dataCoding,
                int smDefaultMsgId,
                Octets shortMessage,
                Tlvs tlvs);
    }

    interface ResponseMaker {
        Pdu make(String messageId, Tlvs tlvs);
    }

    static MessagePdu read(PduInput in, Maker maker) throws PduException {
        return maker.make(
                in.cString("service_type"),
                in.address("source_addr"),
                in.address("destination_addr"),
                in.int8("esm_class"),
                in.int8("protocol_id"),
                in.int8("priority_flag"),
                in.cString("schedule_delivery_time"),
                in.cString("validity_period"),
                in.int8("registered_delivery"),
                in.int8("replace_if_present_flag"),
                in.int8("data_coding"),
                in.int8("sm_default_msg_id"),
                in.octets("short_message", in.int8("sm_length")),
                in.tlvs());
    }

    static void write(MessagePdu message, PduOutput out) {
        out.cString("service_type", message.serviceType(), 6);
        write("source_addr", message.source(), out);
        write("destination_addr", message.destination(), out);
        out.int8(message.esmClass());
        out.int8(message.protocolId());
        out.int8(message.priorityFlag());
        out.cString("schedule_delivery_time", message.scheduleDeliveryTime(), 17);
        out.cString("validity_period", message.validityPeriod(), 17);
        out.int8(message.registeredDelivery());
        out.int8(message.replaceIfPresentFlag());
        out.int8(message.dataCoding());
        out.int8(message.smDefaultMsgId());
        int length = message.shortMessage().length();
        if (length > MAX_SHORT_MESSAGE) {
            throw new IllegalArgumentException("short_message: " + length + " octets, at most " + MAX_SHORT_MESSAGE);
        }
        out.int8(length);
        out.octets(message.shortMessage());
        out.tlvs(message.tlvs());
    }

    private static void write(String field, Address address, PduOutput out) {
        out.int8(address.ton());
        out.int8(address.npi());
        out.cString(field, address.value(), 21);
    }

    static Pdu readResp(PduInput in, ResponseMaker maker) throws PduException {
        return in.atEnd() ? maker.make("", Tlvs.empty()) : maker.make(in.cString("message_id"), in.tlvs());
    }

    /** SMPP 3.4 section 4.4.2: no body with an error. */
    static void writeSubmitResp(SubmitSmResp response, boolean ok, PduOutput out) {
        if (ok) {
            out.cString("message_id", response.messageId(), 65);
            out.tlvs(response.tlvs());
        }
    }

    /** SMPP 3.4 section 4.6.2: message_id is unused and set to NULL, also with an error. */
    static void writeDeliverResp(DeliverSmResp response, PduOutput out) {
        out.cString("message_id", response.messageId(), 65);
        out.tlvs(response.tlvs());
    }
}
