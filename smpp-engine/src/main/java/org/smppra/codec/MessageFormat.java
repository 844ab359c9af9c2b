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
                in.address(AddressField.SOURCE),
                in.destination(),
                in.int8("esm_class"),
                in.int8("protocol_id"),
                in.int8("priority_flag"),
                in.cString("schedule_delivery_time"),
                in.cString("validity_period"),
                in.int8("registered_delivery"),
                in.int8("replace_if_present_flag"),
                in.int8("data_coding"),
                in.int8("sm_default_msg_id"),
                in.shortMessage(),
                in.tlvs());
    }

    static void write(MessagePdu message, PduOutput out) {
        out.cString("service_type", message.serviceType(), 6);
        out.address(AddressField.SOURCE, message.source(), 21);
        out.address(AddressField.DESTINATION, message.destination(), 21);
        out.int8("esm_class", message.esmClass());
        out.int8("protocol_id", message.protocolId());
        out.int8("priority_flag", message.priorityFlag());
        out.time("schedule_delivery_time", message.scheduleDeliveryTime());
        out.time("validity_period", message.validityPeriod());
        out.int8("registered_delivery", message.registeredDelivery());
        out.int8("replace_if_present_flag", message.replaceIfPresentFlag());
        out.int8("data_coding", message.dataCoding());
        out.int8("sm_default_msg_id", message.smDefaultMsgId());
        out.shortMessage(message.shortMessage());
        out.tlvs(message.tlvs());
    }

    /** An answer without a body is read, whatever its status: real SMSCs send both. */
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
