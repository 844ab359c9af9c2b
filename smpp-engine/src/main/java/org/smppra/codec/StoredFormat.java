package org.smppra.codec;

import org.smppra.pdu.CancelSm;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;

/** SMPP 3.4 sections 4.8 (query_sm), 4.9 (cancel_sm) and 4.10 (replace_sm): about a message that the SMSC stores. */
final class StoredFormat {
    private StoredFormat() {}

    static QuerySm readQuery(PduInput in) throws PduException {
        return new QuerySm(in.cString("message_id"), in.address(AddressField.SOURCE));
    }

    static void writeQuery(QuerySm query, PduOutput out) {
        out.cString("message_id", query.messageId(), 65);
        out.address(AddressField.SOURCE, query.source(), 21);
    }

    static QuerySmResp readQueryResp(PduInput in) throws PduException {
        return in.atEnd()
                ? new QuerySmResp("", "", 0, 0)
                : new QuerySmResp(
                        in.cString("message_id"),
                        in.cString("final_date"),
                        in.int8("message_state"),
                        in.int8("error_code"));
    }

    static void writeQueryResp(QuerySmResp response, PduOutput out) {
        out.cString("message_id", response.messageId(), 65);
        out.time("final_date", response.finalDate());
        out.int8("message_state", response.messageState());
        out.int8("error_code", response.errorCode());
    }

    static CancelSm readCancel(PduInput in) throws PduException {
        return new CancelSm(
                in.cString("service_type"),
                in.cString("message_id"),
                in.address(AddressField.SOURCE),
                in.address(AddressField.DESTINATION));
    }

    static void writeCancel(CancelSm cancel, PduOutput out) {
        out.cString("service_type", cancel.serviceType(), 6);
        out.cString("message_id", cancel.messageId(), 65);
        out.address(AddressField.SOURCE, cancel.source(), 21);
        out.address(AddressField.DESTINATION, cancel.destination(), 21);
    }

    static ReplaceSm readReplace(PduInput in) throws PduException {
        return new ReplaceSm(
                in.cString("message_id"),
                in.address(AddressField.SOURCE),
                in.cString("schedule_delivery_time"),
                in.cString("validity_period"),
                in.int8("registered_delivery"),
                in.int8("sm_default_msg_id"),
                in.shortMessage());
    }

    static void writeReplace(ReplaceSm replace, PduOutput out) {
        out.cString("message_id", replace.messageId(), 65);
        out.address(AddressField.SOURCE, replace.source(), 21);
        out.time("schedule_delivery_time", replace.scheduleDeliveryTime());
        out.time("validity_period", replace.validityPeriod());
        out.int8("registered_delivery", replace.registeredDelivery());
        out.int8("sm_default_msg_id", replace.smDefaultMsgId());
        out.shortMessage(replace.shortMessage());
    }
}
