package org.smppra.it.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DestAddress;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.MessagePdu;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.UnsuccessSme;
import org.smppra.pdu.UserMessage;

/** The mandatory fields of a PDU, in wire order and under the dissector's names: what it must see. */
final class WireFields {
    private static final Set<String> SHOWN_EMPTY =
            Set.of("service_type", "source_addr", "destination_addr", "schedule_delivery_time", "validity_period");

    private final List<Leaf> leaves = new ArrayList<>();

    private WireFields() {}

    /**
     * With command_status only where the dissector shows one: in answers. Of an answer with an error it looks at nothing
     * but the header.
     */
    static List<Leaf> of(Envelope envelope, int length) {
        WireFields fields = new WireFields();
        Pdu body = envelope.body();
        fields.int32("command_length", length);
        fields.int32("command_id", body.commandId().value());
        if (body.commandId().isResponse()) {
            fields.int32("command_status", envelope.status().value());
        }
        fields.int32("sequence_number", envelope.sequenceNumber());
        if (envelope.status().isOk()) {
            fields.body(body);
        }
        return fields.leaves;
    }

    /** The optional ones. */
    static Tlvs tlvs(Envelope envelope) {
        Pdu body = envelope.body();
        if (!envelope.status().isOk()) {
            return Tlvs.empty();
        } else if (body instanceof UserMessage message) {
            return message.tlvs();
        } else if (body instanceof BindResponse response) {
            return response.tlvs();
        } else if (body instanceof SubmitMulti multi) {
            return multi.tlvs();
        } else if (body instanceof DataSmResp response) {
            return response.tlvs();
        } else if (body instanceof AlertNotification alert) {
            return alert.tlvs();
        }
        return Tlvs.empty();
    }

    private void body(Pdu body) {
        switch (body.commandId()) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> bind((BindRequest) body);
            case BIND_RECEIVER_RESP, BIND_TRANSMITTER_RESP, BIND_TRANSCEIVER_RESP ->
                text("system_id", ((BindResponse) body).systemId());
            case OUTBIND -> {
                text("system_id", ((Outbind) body).systemId());
                text("password", ((Outbind) body).password());
            }
            case SUBMIT_SM, DELIVER_SM -> message((MessagePdu) body);
            case SUBMIT_MULTI -> multi((SubmitMulti) body);
            case DATA_SM -> data((DataSm) body);
            case SUBMIT_SM_RESP -> text("message_id", ((SubmitSmResp) body).messageId());
            case DATA_SM_RESP -> text("message_id", ((DataSmResp) body).messageId());
            case SUBMIT_MULTI_RESP -> multiResp((SubmitMultiResp) body);
            case QUERY_SM -> {
                text("message_id", ((QuerySm) body).messageId());
                source(((QuerySm) body).source());
            }
            case QUERY_SM_RESP -> queryResp((QuerySmResp) body);
            case CANCEL_SM -> cancel((CancelSm) body);
            case REPLACE_SM -> replace((ReplaceSm) body);
            case ALERT_NOTIFICATION -> alert((AlertNotification) body);
            // The dissector leaves out the message_id of deliver_sm_resp, which is unused (SMPP 3.4 section 4.6.2).
            case DELIVER_SM_RESP,
                    CANCEL_SM_RESP,
                    REPLACE_SM_RESP,
                    UNBIND,
                    UNBIND_RESP,
                    ENQUIRE_LINK,
                    ENQUIRE_LINK_RESP,
                    GENERIC_NACK -> {}
        }
    }

    private void bind(BindRequest bind) {
        text("system_id", bind.systemId());
        text("password", bind.password());
        text("system_type", bind.systemType());
        int8("interface_version", bind.interfaceVersion());
        int8("addr_ton", bind.addrTon());
        int8("addr_npi", bind.addrNpi());
        text("address_range", bind.addressRange());
    }

    private void message(MessagePdu m) {
        text("service_type", m.serviceType());
        source(m.source());
        destination(m.destination());
        int8("esm.submit.msg_mode", m.esmClass());
        int8("protocol_id", m.protocolId());
        int8("priority_flag", m.priorityFlag());
        text("schedule_delivery_time", m.scheduleDeliveryTime());
        text("validity_period", m.validityPeriod());
        int8("regdel.receipt", m.registeredDelivery());
        int8("replace_if_present_flag", m.replaceIfPresentFlag());
        int8("data_coding", m.dataCoding());
        int8("sm_default_msg_id", m.smDefaultMsgId());
        shortMessage(m.shortMessage());
    }

    private void multi(SubmitMulti m) {
        text("service_type", m.serviceType());
        source(m.source());
        for (DestAddress destination : m.destinations()) {
            if (destination instanceof DestAddress.Sme sme) {
                destination(sme.address());
            } else {
                text("dl_name", ((DestAddress.DistributionList) destination).name());
            }
        }
        int8("esm.submit.msg_mode", m.esmClass());
        int8("protocol_id", m.protocolId());
        int8("priority_flag", m.priorityFlag());
        text("schedule_delivery_time", m.scheduleDeliveryTime());
        text("validity_period", m.validityPeriod());
        int8("regdel.receipt", m.registeredDelivery());
        int8("replace_if_present_flag", m.replaceIfPresentFlag());
        int8("data_coding", m.dataCoding());
        int8("sm_default_msg_id", m.smDefaultMsgId());
        shortMessage(m.shortMessage());
    }

    private void multiResp(SubmitMultiResp r) {
        text("message_id", r.messageId());
        for (UnsuccessSme refused : r.unsuccessful()) {
            destination(refused.address());
            int32("error_status_code", refused.errorStatus().value());
        }
    }

    private void data(DataSm m) {
        text("service_type", m.serviceType());
        source(m.source());
        destination(m.destination());
        int8("esm.submit.msg_mode", m.esmClass());
        int8("regdel.receipt", m.registeredDelivery());
        int8("data_coding", m.dataCoding());
    }

    private void queryResp(QuerySmResp r) {
        text("message_id", r.messageId());
        text("final_date", r.finalDate());
        int8("message_state", r.messageState());
        int8("error_code", r.errorCode());
    }

    private void cancel(CancelSm c) {
        text("service_type", c.serviceType());
        text("message_id", c.messageId());
        source(c.source());
        destination(c.destination());
    }

    private void replace(ReplaceSm r) {
        text("message_id", r.messageId());
        source(r.source());
        text("schedule_delivery_time", r.scheduleDeliveryTime());
        text("validity_period", r.validityPeriod());
        int8("regdel.receipt", r.registeredDelivery());
        int8("sm_default_msg_id", r.smDefaultMsgId());
        shortMessage(r.shortMessage());
    }

    private void alert(AlertNotification a) {
        source(a.source());
        int8("esme_addr_ton", a.esme().ton());
        int8("esme_addr_npi", a.esme().npi());
        text("esme_addr", a.esme().value());
    }

    private void source(Address address) {
        int8("source_addr_ton", address.ton());
        int8("source_addr_npi", address.npi());
        text("source_addr", address.value());
    }

    private void destination(Address address) {
        int8("dest_addr_ton", address.ton());
        int8("dest_addr_npi", address.npi());
        text("destination_addr", address.value());
    }

    private void shortMessage(Octets message) {
        int8("sm_length", message.length());
        if (!message.isEmpty()) {
            add("message", message.toHex());
        }
    }

    private void int8(String name, int value) {
        add(name, String.format("%02x", value));
    }

    private void int32(String name, int value) {
        add(name, String.format("%08x", value));
    }

    /** An empty one is shown of these alone. */
    private void text(String name, String value) {
        if (!value.isEmpty() || SHOWN_EMPTY.contains(name)) {
            add(name, Octets.ofLatin1(value + '\0').toHex());
        }
    }

    private void add(String name, String hex) {
        leaves.add(new Leaf(name, hex));
    }
}
