package org.smppra.it.foreign;

import static org.smppra.it.foreign.JsmppFields.text;
import static org.smppra.it.foreign.JsmppFields.tlvs;

import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.util.DefaultDecomposer;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.DestAddress;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.ReplaceSmResp;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.pdu.UnsuccessSme;

/** jSMPP's decomposer, and our value of what it read. */
final class JsmppDecoder {
    private final DefaultDecomposer decomposer = new DefaultDecomposer();

    Pdu decode(CommandId id, byte[] pdu) throws Exception {
        return switch (id) {
            case BIND_RECEIVER -> bind(pdu, BindReceiver::new);
            case BIND_TRANSMITTER -> bind(pdu, BindTransmitter::new);
            case BIND_TRANSCEIVER -> bind(pdu, BindTransceiver::new);
            case BIND_RECEIVER_RESP, BIND_TRANSMITTER_RESP, BIND_TRANSCEIVER_RESP -> bindResp(id, pdu);
            case OUTBIND -> outbind(decomposer.outbind(pdu));
            case SUBMIT_SM -> JsmppFields.submitSm(decomposer.submitSm(pdu));
            case DELIVER_SM -> JsmppFields.deliverSm(decomposer.deliverSm(pdu));
            case DATA_SM -> dataSm(decomposer.dataSm(pdu));
            case SUBMIT_MULTI -> submitMulti(decomposer.submitMulti(pdu));
            case SUBMIT_SM_RESP -> submitResp(decomposer.submitSmResp(pdu));
            case DELIVER_SM_RESP -> deliverResp(decomposer.deliverSmResp(pdu));
            case DATA_SM_RESP -> dataResp(decomposer.dataSmResp(pdu));
            case SUBMIT_MULTI_RESP -> submitMultiResp(decomposer.submitMultiResp(pdu));
            case QUERY_SM -> query(decomposer.querySm(pdu));
            case QUERY_SM_RESP -> queryResp(decomposer.querySmResp(pdu));
            case CANCEL_SM -> cancel(decomposer.cancelSm(pdu));
            case REPLACE_SM -> replace(decomposer.replaceSm(pdu));
            case ALERT_NOTIFICATION -> alert(decomposer.alertNotification(pdu));
            case CANCEL_SM_RESP -> new CancelSmResp();
            case REPLACE_SM_RESP -> new ReplaceSmResp();
            case UNBIND -> new Unbind();
            case UNBIND_RESP -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLink();
            case ENQUIRE_LINK_RESP -> new EnquireLinkResp();
            case GENERIC_NACK -> new GenericNack();
        };
    }

    private Pdu bind(byte[] pdu, BindMaker maker) throws Exception {
        Bind bind = decomposer.bind(pdu);
        return maker.make(
                text(bind.getSystemId()),
                text(bind.getPassword()),
                text(bind.getSystemType()),
                bind.getInterfaceVersion(),
                bind.getAddrTon(),
                bind.getAddrNpi(),
                text(bind.getAddressRange()));
    }

    private Pdu bindResp(CommandId id, byte[] pdu) throws Exception {
        BindResp answer = decomposer.bindResp(pdu);
        String systemId = text(answer.getSystemId());
        return switch (id) {
            case BIND_RECEIVER_RESP -> new BindReceiverResp(systemId, tlvs(answer.getOptionalParameters()));
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp(systemId, tlvs(answer.getOptionalParameters()));
            default -> new BindTransceiverResp(systemId, tlvs(answer.getOptionalParameters()));
        };
    }

    private static Pdu outbind(org.jsmpp.bean.Outbind outbind) {
        return new Outbind(text(outbind.getSystemId()), text(outbind.getPassword()));
    }

    private static Pdu dataSm(org.jsmpp.bean.DataSm m) {
        return new DataSm(
                text(m.getServiceType()),
                JsmppFields.source(m),
                JsmppFields.destination(m),
                m.getEsmClass() & 0xFF,
                m.getRegisteredDelivery() & 0xFF,
                m.getDataCoding() & 0xFF,
                tlvs(m.getOptionalParameters()));
    }

    private static Pdu submitMulti(org.jsmpp.bean.SubmitMulti m) {
        return new SubmitMulti(
                text(m.getServiceType()),
                Address.of(m.getSourceAddrTon(), m.getSourceAddrNpi(), text(m.getSourceAddr())),
                Arrays.stream(m.getDestAddresses())
                        .map(JsmppDecoder::destination)
                        .toList(),
                m.getEsmClass() & 0xFF,
                m.getProtocolId() & 0xFF,
                m.getPriorityFlag() & 0xFF,
                text(m.getScheduleDeliveryTime()),
                text(m.getValidityPeriod()),
                m.getRegisteredDelivery() & 0xFF,
                m.getReplaceIfPresentFlag() & 0xFF,
                m.getDataCoding() & 0xFF,
                m.getSmDefaultMsgId() & 0xFF,
                Octets.of(m.getShortMessage()),
                tlvs(m.getOptionalParameters()));
    }

    private static DestAddress destination(DestinationAddress theirs) {
        return theirs instanceof org.jsmpp.bean.Address address
                ? new DestAddress.Sme(address(address))
                : new DestAddress.DistributionList(((org.jsmpp.bean.DistributionList) theirs).getName());
    }

    private static Address address(org.jsmpp.bean.Address address) {
        return Address.of(address.getTon(), address.getNpi(), text(address.getAddress()));
    }

    private static Pdu submitResp(org.jsmpp.bean.SubmitSmResp r) {
        return new SubmitSmResp(text(r.getMessageId()), tlvs(r.getOptionalParameters()));
    }

    private static Pdu deliverResp(org.jsmpp.bean.DeliverSmResp r) {
        return new DeliverSmResp(text(r.getMessageId()), tlvs(r.getOptionalParameters()));
    }

    private static Pdu dataResp(org.jsmpp.bean.DataSmResp r) {
        return new DataSmResp(text(r.getMessageId()), tlvs(r.getOptionalParameters()));
    }

    private static Pdu submitMultiResp(org.jsmpp.bean.SubmitMultiResp r) {
        List<UnsuccessSme> refused = Arrays.stream(r.getUnsuccessSmes())
                .map(u ->
                        new UnsuccessSme(address(u.getDestinationAddress()), CommandStatus.of(u.getErrorStatusCode())))
                .toList();
        return new SubmitMultiResp(text(r.getMessageId()), refused, tlvs(r.getOptionalParameters()));
    }

    private static Pdu query(org.jsmpp.bean.QuerySm q) {
        return new QuerySm(
                text(q.getMessageId()),
                Address.of(q.getSourceAddrTon(), q.getSourceAddrNpi(), text(q.getSourceAddr())));
    }

    private static Pdu queryResp(org.jsmpp.bean.QuerySmResp r) {
        return new QuerySmResp(
                text(r.getMessageId()),
                text(r.getFinalDate()),
                r.getMessageState().value(),
                r.getErrorCode() & 0xFF);
    }

    private static Pdu cancel(org.jsmpp.bean.CancelSm c) {
        return new CancelSm(
                text(c.getServiceType()),
                text(c.getMessageId()),
                Address.of(c.getSourceAddrTon(), c.getSourceAddrNpi(), text(c.getSourceAddr())),
                Address.of(c.getDestAddrTon(), c.getDestAddrNpi(), text(c.getDestinationAddress())));
    }

    private static Pdu replace(org.jsmpp.bean.ReplaceSm r) {
        return new ReplaceSm(
                text(r.getMessageId()),
                Address.of(r.getSourceAddrTon(), r.getSourceAddrNpi(), text(r.getSourceAddr())),
                text(r.getScheduleDeliveryTime()),
                text(r.getValidityPeriod()),
                r.getRegisteredDelivery() & 0xFF,
                r.getSmDefaultMsgId() & 0xFF,
                Octets.of(r.getShortMessage()));
    }

    private static Pdu alert(org.jsmpp.bean.AlertNotification a) {
        return new AlertNotification(
                Address.of(a.getSourceAddrTon(), a.getSourceAddrNpi(), text(a.getSourceAddr())),
                Address.of(a.getEsmeAddrTon(), a.getEsmeAddrNpi(), text(a.getEsmeAddr())),
                tlvs(a.getOptionalParameters()));
    }
}
