package org.smppra.it.foreign;

import static org.smppra.it.foreign.JsmppFields.theirs;

import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.UnsuccessDelivery;
import org.jsmpp.util.DefaultComposer;
import org.smppra.message.Address;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DestAddress;
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

/** jSMPP's composer, given our values. */
final class JsmppEncoder {
    private final DefaultComposer composer = new DefaultComposer();

    byte[] encode(Envelope envelope) throws Exception {
        int sequence = envelope.sequenceNumber();
        Pdu body = envelope.body();
        return switch (body.commandId()) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> bind(sequence, (BindRequest) body);
            case BIND_RECEIVER_RESP, BIND_TRANSMITTER_RESP, BIND_TRANSCEIVER_RESP ->
                bindResp(sequence, (BindResponse) body);
            case OUTBIND -> composer.outbind(sequence, ((Outbind) body).systemId(), ((Outbind) body).password());
            case SUBMIT_SM -> submit(sequence, (SubmitSm) body);
            case DELIVER_SM -> deliver(sequence, (DeliverSm) body);
            case SUBMIT_MULTI -> multi(sequence, (SubmitMulti) body);
            case DATA_SM -> data(sequence, (DataSm) body);
            case SUBMIT_SM_RESP -> composer.submitSmResp(sequence, ((SubmitSmResp) body).messageId());
            case DELIVER_SM_RESP -> composer.deliverSmResp(0, sequence, "");
            case DATA_SM_RESP -> dataResp(sequence, (DataSmResp) body);
            case SUBMIT_MULTI_RESP -> multiResp(sequence, (SubmitMultiResp) body);
            case QUERY_SM -> query(sequence, (QuerySm) body);
            case QUERY_SM_RESP -> queryResp(sequence, (QuerySmResp) body);
            case CANCEL_SM -> cancel(sequence, (CancelSm) body);
            case CANCEL_SM_RESP -> composer.cancelSmResp(sequence);
            case REPLACE_SM -> replace(sequence, (ReplaceSm) body);
            case REPLACE_SM_RESP -> composer.replaceSmResp(sequence);
            case ALERT_NOTIFICATION -> alert(sequence, (AlertNotification) body);
            case UNBIND -> composer.unbind(sequence);
            case UNBIND_RESP -> composer.unbindResp(0, sequence);
            case ENQUIRE_LINK -> composer.enquireLink(sequence);
            case ENQUIRE_LINK_RESP -> composer.enquireLinkResp(sequence);
            case GENERIC_NACK -> composer.genericNack(envelope.status().value(), sequence);
        };
    }

    private static byte ton(Address address) {
        return (byte) address.ton();
    }

    private static byte npi(Address address) {
        return (byte) address.npi();
    }

    private byte[] bind(int sequence, BindRequest bind) throws Exception {
        return composer.bind(
                bind.commandId().value(),
                sequence,
                bind.systemId(),
                bind.password(),
                bind.systemType(),
                (byte) bind.interfaceVersion(),
                (byte) bind.addrTon(),
                (byte) bind.addrNpi(),
                bind.addressRange());
    }

    private byte[] bindResp(int sequence, BindResponse r) throws Exception {
        return composer.bindResp(r.commandId().value(), sequence, r.systemId(), theirs(r.tlvs()));
    }

    private byte[] submit(int sequence, SubmitSm m) throws Exception {
        return composer.submitSm(
                sequence,
                m.serviceType(),
                ton(m.source()),
                npi(m.source()),
                m.source().value(),
                ton(m.destination()),
                npi(m.destination()),
                m.destination().value(),
                (byte) m.esmClass(),
                (byte) m.protocolId(),
                (byte) m.priorityFlag(),
                m.scheduleDeliveryTime(),
                m.validityPeriod(),
                (byte) m.registeredDelivery(),
                (byte) m.replaceIfPresentFlag(),
                (byte) m.dataCoding(),
                (byte) m.smDefaultMsgId(),
                m.shortMessage().toByteArray(),
                theirs(m.tlvs()));
    }

    private byte[] deliver(int sequence, DeliverSm m) throws Exception {
        return composer.deliverSm(
                sequence,
                m.serviceType(),
                ton(m.source()),
                npi(m.source()),
                m.source().value(),
                ton(m.destination()),
                npi(m.destination()),
                m.destination().value(),
                (byte) m.esmClass(),
                (byte) m.protocolId(),
                (byte) m.priorityFlag(),
                (byte) m.registeredDelivery(),
                (byte) m.dataCoding(),
                m.shortMessage().toByteArray(),
                theirs(m.tlvs()));
    }

    private byte[] multi(int sequence, SubmitMulti m) throws Exception {
        return composer.submitMulti(
                sequence,
                m.serviceType(),
                ton(m.source()),
                npi(m.source()),
                m.source().value(),
                m.destinations().stream().map(JsmppEncoder::destination).toArray(DestinationAddress[]::new),
                (byte) m.esmClass(),
                (byte) m.protocolId(),
                (byte) m.priorityFlag(),
                m.scheduleDeliveryTime(),
                m.validityPeriod(),
                (byte) m.registeredDelivery(),
                (byte) m.replaceIfPresentFlag(),
                (byte) m.dataCoding(),
                (byte) m.smDefaultMsgId(),
                m.shortMessage().toByteArray(),
                theirs(m.tlvs()));
    }

    private static DestinationAddress destination(DestAddress ours) {
        return ours instanceof DestAddress.Sme sme
                ? address(sme.address())
                : new org.jsmpp.bean.DistributionList(((DestAddress.DistributionList) ours).name());
    }

    private static org.jsmpp.bean.Address address(Address address) {
        return new org.jsmpp.bean.Address(ton(address), npi(address), address.value());
    }

    private byte[] multiResp(int sequence, SubmitMultiResp r) throws Exception {
        return composer.submitMultiResp(
                sequence,
                r.messageId(),
                r.unsuccessful().stream()
                        .map(u -> new UnsuccessDelivery(
                                address(u.address()), u.errorStatus().value()))
                        .toArray(UnsuccessDelivery[]::new));
    }

    private byte[] data(int sequence, DataSm m) throws Exception {
        return composer.dataSm(
                sequence,
                m.serviceType(),
                ton(m.source()),
                npi(m.source()),
                m.source().value(),
                ton(m.destination()),
                npi(m.destination()),
                m.destination().value(),
                (byte) m.esmClass(),
                (byte) m.registeredDelivery(),
                (byte) m.dataCoding(),
                theirs(m.tlvs()));
    }

    private byte[] dataResp(int sequence, DataSmResp r) throws Exception {
        return composer.dataSmResp(sequence, r.messageId(), theirs(r.tlvs()));
    }

    private byte[] query(int sequence, QuerySm q) throws Exception {
        return composer.querySm(
                sequence,
                q.messageId(),
                ton(q.source()),
                npi(q.source()),
                q.source().value());
    }

    private byte[] queryResp(int sequence, QuerySmResp r) throws Exception {
        return composer.querySmResp(
                sequence, r.messageId(), r.finalDate(), (byte) r.messageState(), (byte) r.errorCode());
    }

    private byte[] cancel(int sequence, CancelSm c) throws Exception {
        return composer.cancelSm(
                sequence,
                c.serviceType(),
                c.messageId(),
                ton(c.source()),
                npi(c.source()),
                c.source().value(),
                ton(c.destination()),
                npi(c.destination()),
                c.destination().value());
    }

    private byte[] replace(int sequence, ReplaceSm r) throws Exception {
        return composer.replaceSm(
                sequence,
                r.messageId(),
                ton(r.source()),
                npi(r.source()),
                r.source().value(),
                r.scheduleDeliveryTime(),
                r.validityPeriod(),
                (byte) r.registeredDelivery(),
                (byte) r.smDefaultMsgId(),
                r.shortMessage().toByteArray());
    }

    private byte[] alert(int sequence, AlertNotification a) throws Exception {
        return composer.alertNotification(
                sequence,
                ton(a.source()),
                npi(a.source()),
                a.source().value(),
                ton(a.esme()),
                npi(a.esme()),
                a.esme().value(),
                theirs(a.tlvs()));
    }
}
