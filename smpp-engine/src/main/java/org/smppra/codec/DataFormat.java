package org.smppra.codec;

import org.smppra.message.Tlvs;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;

/** SMPP 3.4 sections 4.7 (data_sm) and 4.12 (alert_notification), whose addresses may have 65 octets. */
final class DataFormat {
    private static final int MAX_ADDRESS = 65;

    private DataFormat() {}

    static DataSm read(PduInput in) throws PduException {
        return new DataSm(
                in.cString("service_type"),
                in.address(AddressField.SOURCE),
                in.address(AddressField.DESTINATION),
                in.int8("esm_class"),
                in.int8("registered_delivery"),
                in.int8("data_coding"),
                in.tlvs());
    }

    static void write(DataSm message, PduOutput out) {
        out.cString("service_type", message.serviceType(), 6);
        out.address(AddressField.SOURCE, message.source(), MAX_ADDRESS);
        out.address(AddressField.DESTINATION, message.destination(), MAX_ADDRESS);
        out.int8("esm_class", message.esmClass());
        out.int8("registered_delivery", message.registeredDelivery());
        out.int8("data_coding", message.dataCoding());
        out.tlvs(message.tlvs());
    }

    static DataSmResp readResp(PduInput in) throws PduException {
        return in.atEnd() ? new DataSmResp("", Tlvs.empty()) : new DataSmResp(in.cString("message_id"), in.tlvs());
    }

    /** With a body whatever the status: the optional parameters explain an error. */
    static void writeResp(DataSmResp response, PduOutput out) {
        out.cString("message_id", response.messageId(), 65);
        out.tlvs(response.tlvs());
    }

    static AlertNotification readAlert(PduInput in) throws PduException {
        return new AlertNotification(in.address(AddressField.SOURCE), in.address(AddressField.ESME), in.tlvs());
    }

    static void writeAlert(AlertNotification alert, PduOutput out) {
        out.address(AddressField.SOURCE, alert.source(), MAX_ADDRESS);
        out.address(AddressField.ESME, alert.esme(), MAX_ADDRESS);
        out.tlvs(alert.tlvs());
    }
}
