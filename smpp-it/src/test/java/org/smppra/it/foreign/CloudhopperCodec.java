package org.smppra.it.foreign;

import com.cloudhopper.smpp.pdu.AlertNotification;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.BaseSm;
import com.cloudhopper.smpp.pdu.BaseSmResp;
import com.cloudhopper.smpp.pdu.CancelSm;
import com.cloudhopper.smpp.pdu.Pdu;
import com.cloudhopper.smpp.pdu.QuerySm;
import com.cloudhopper.smpp.pdu.QuerySmResp;
import com.cloudhopper.smpp.pdu.ReplaceSm;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoder;
import com.cloudhopper.smpp.transcoder.DefaultPduTranscoderContext;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.buffer.ChannelBuffers;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.ReplaceSmResp;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** Cloudhopper's transcoder. */
final class CloudhopperCodec implements ForeignCodec {
    private final DefaultPduTranscoder transcoder = new DefaultPduTranscoder(new DefaultPduTranscoderContext());

    @Override
    public boolean knows(CommandId id) {
        return switch (id) {
            case OUTBIND, SUBMIT_MULTI, SUBMIT_MULTI_RESP -> false;
            default -> true;
        };
    }

    @Override
    public Envelope decode(byte[] pdu) throws Exception {
        Pdu theirs = read(pdu);
        return new Envelope(CommandStatus.of(theirs.getCommandStatus()), theirs.getSequenceNumber(), ours(theirs));
    }

    private Pdu read(byte[] pdu) throws Exception {
        return transcoder.decode(ChannelBuffers.wrappedBuffer(pdu));
    }

    /** Of the fields that it keeps of our octets, it writes its own. */
    @Override
    public byte[] encode(Envelope envelope) throws Exception {
        Pdu theirs = read(Frame.of(envelope).octets().toByteArray());
        theirs.removeCommandLength();
        ChannelBuffer written = transcoder.encode(theirs);
        byte[] octets = new byte[written.readableBytes()];
        written.readBytes(octets);
        return octets;
    }

    private static String text(String value) {
        return CloudhopperFields.text(value);
    }

    private static org.smppra.pdu.Pdu ours(Pdu pdu) {
        Tlvs tlvs = CloudhopperFields.tlvs(pdu);
        CommandId id = CommandId.of(pdu.getCommandId());
        return switch (id) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> CloudhopperFields.bind((BaseBind<?>) pdu);
            case BIND_RECEIVER_RESP -> new BindReceiverResp(text(((BaseBindResp) pdu).getSystemId()), tlvs);
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp(text(((BaseBindResp) pdu).getSystemId()), tlvs);
            case BIND_TRANSCEIVER_RESP -> new BindTransceiverResp(text(((BaseBindResp) pdu).getSystemId()), tlvs);
            case SUBMIT_SM -> CloudhopperFields.submitSm((BaseSm<?>) pdu);
            case DELIVER_SM -> CloudhopperFields.deliverSm((BaseSm<?>) pdu);
            case DATA_SM -> dataSm((BaseSm<?>) pdu);
            case SUBMIT_SM_RESP -> new SubmitSmResp(text(((BaseSmResp) pdu).getMessageId()), tlvs);
            case DELIVER_SM_RESP -> new DeliverSmResp(text(((BaseSmResp) pdu).getMessageId()), tlvs);
            case DATA_SM_RESP -> new DataSmResp(text(((BaseSmResp) pdu).getMessageId()), tlvs);
            case QUERY_SM -> query((QuerySm) pdu);
            case QUERY_SM_RESP -> queryResp((QuerySmResp) pdu);
            case CANCEL_SM -> cancel((CancelSm) pdu);
            case REPLACE_SM -> replace((ReplaceSm) pdu);
            case CANCEL_SM_RESP -> new CancelSmResp();
            case REPLACE_SM_RESP -> new ReplaceSmResp();
            case ALERT_NOTIFICATION -> alert((AlertNotification) pdu, tlvs);
            case UNBIND -> new Unbind();
            case UNBIND_RESP -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLink();
            case ENQUIRE_LINK_RESP -> new EnquireLinkResp();
            case GENERIC_NACK -> new GenericNack();
            case OUTBIND, SUBMIT_MULTI, SUBMIT_MULTI_RESP -> throw new IllegalArgumentException(id.name());
        };
    }

    private static DataSm dataSm(BaseSm<?> m) {
        return new DataSm(
                text(m.getServiceType()),
                CloudhopperFields.address(m.getSourceAddress()),
                CloudhopperFields.address(m.getDestAddress()),
                m.getEsmClass() & 0xFF,
                m.getRegisteredDelivery() & 0xFF,
                m.getDataCoding() & 0xFF,
                CloudhopperFields.tlvs(m));
    }

    private static org.smppra.pdu.QuerySm query(QuerySm query) {
        return new org.smppra.pdu.QuerySm(
                text(query.getMessageId()), CloudhopperFields.address(query.getSourceAddress()));
    }

    private static org.smppra.pdu.QuerySmResp queryResp(QuerySmResp r) {
        return new org.smppra.pdu.QuerySmResp(
                text(r.getMessageId()), text(r.getFinalDate()), r.getMessageState() & 0xFF, r.getErrorCode() & 0xFF);
    }

    private static org.smppra.pdu.CancelSm cancel(CancelSm cancel) {
        return new org.smppra.pdu.CancelSm(
                text(cancel.getServiceType()),
                text(cancel.getMessageId()),
                CloudhopperFields.address(cancel.getSourceAddress()),
                CloudhopperFields.address(cancel.getDestAddress()));
    }

    private static org.smppra.pdu.ReplaceSm replace(ReplaceSm replace) {
        return new org.smppra.pdu.ReplaceSm(
                text(replace.getMessageId()),
                CloudhopperFields.address(replace.getSourceAddress()),
                text(replace.getScheduleDeliveryTime()),
                text(replace.getValidityPeriod()),
                replace.getRegisteredDelivery() & 0xFF,
                replace.getDefaultMsgId() & 0xFF,
                CloudhopperFields.octets(replace.getShortMessage()));
    }

    private static org.smppra.pdu.AlertNotification alert(AlertNotification alert, Tlvs tlvs) {
        return new org.smppra.pdu.AlertNotification(
                CloudhopperFields.address(alert.getSourceAddress()),
                CloudhopperFields.address(alert.getEsmeAddress()),
                tlvs);
    }
}
