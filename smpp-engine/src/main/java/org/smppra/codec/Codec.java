package org.smppra.codec;

import org.smppra.message.CommandStatus;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CancelSmResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DataSmResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.MessagePdu;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.ReplaceSmResp;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/**
 * The table of all PDUs, read and written side by side: javac refuses a command without a row.
 *
 * <p>SMPP 3.4 section 4.
 */
public final class Codec {
    private Codec() {}

    /** Appends one PDU. Nothing stays behind if a field does not fit ({@link IllegalArgumentException}). */
    public static void encode(Envelope envelope, PduOutput out) {
        encode(envelope.status(), envelope.sequenceNumber(), envelope.body(), out);
    }

    /** The same for one that stands in no envelope. */
    public static void encode(CommandStatus status, int sequenceNumber, Pdu body, PduOutput out) {
        int start = out.length();
        try {
            out.int32(0);
            out.int32(body.commandId().value());
            out.int32(status.value());
            out.int32(sequenceNumber);
            write(body, status.isOk(), out);
            out.int32(start, out.length() - start);
        } catch (RuntimeException e) {
            out.truncate(start);
            throw e;
        }
    }

    /**
     * Reads the frame of {@code length} octets that begins at {@code from}.
     *
     * @throws PduException if it is no PDU this engine can read; it says what to answer
     */
    public static Envelope decode(byte[] octets, int from, int length) throws PduException {
        return decode(new PduInput(), octets, from, length);
    }

    /** The same for one frame after the other. */
    public static Envelope decode(PduInput in, byte[] octets, int from, int length) throws PduException {
        in.open(octets, from, length);
        CommandId id = CommandId.of(in.commandId());
        if (id == null) {
            throw in.refusal(String.format("unknown command_id 0x%08X", in.commandId()), CommandStatus.ESME_RINVCMDID);
        }
        return new Envelope(in.status(from), in.sequenceNumber(), read(id, in));
    }

    private static Pdu read(CommandId id, PduInput in) throws PduException {
        return switch (id) {
            case BIND_RECEIVER -> BindFormat.read(in, BindReceiver::new);
            case BIND_TRANSMITTER -> BindFormat.read(in, BindTransmitter::new);
            case BIND_TRANSCEIVER -> BindFormat.read(in, BindTransceiver::new);
            case BIND_RECEIVER_RESP -> BindFormat.readResp(in, BindReceiverResp::new);
            case BIND_TRANSMITTER_RESP -> BindFormat.readResp(in, BindTransmitterResp::new);
            case BIND_TRANSCEIVER_RESP -> BindFormat.readResp(in, BindTransceiverResp::new);
            case OUTBIND -> BindFormat.readOutbind(in);
            case SUBMIT_SM -> MessageFormat.read(in, SubmitSm::new);
            case DELIVER_SM -> MessageFormat.read(in, DeliverSm::new);
            case SUBMIT_SM_RESP -> MessageFormat.readResp(in, SubmitSmResp::new);
            case DELIVER_SM_RESP -> MessageFormat.readResp(in, DeliverSmResp::new);
            case SUBMIT_MULTI -> MultiFormat.read(in);
            case SUBMIT_MULTI_RESP -> MultiFormat.readResp(in);
            case DATA_SM -> DataFormat.read(in);
            case DATA_SM_RESP -> DataFormat.readResp(in);
            case ALERT_NOTIFICATION -> DataFormat.readAlert(in);
            case QUERY_SM -> StoredFormat.readQuery(in);
            case QUERY_SM_RESP -> StoredFormat.readQueryResp(in);
            case CANCEL_SM -> StoredFormat.readCancel(in);
            case CANCEL_SM_RESP -> new CancelSmResp();
            case REPLACE_SM -> StoredFormat.readReplace(in);
            case REPLACE_SM_RESP -> new ReplaceSmResp();
            case UNBIND -> new Unbind();
            case UNBIND_RESP -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLink();
            case ENQUIRE_LINK_RESP -> new EnquireLinkResp();
            case GENERIC_NACK -> new GenericNack();
        };
    }

    private static void write(Pdu body, boolean ok, PduOutput out) {
        switch (body.commandId()) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> BindFormat.write((BindRequest) body, out);
            case BIND_RECEIVER_RESP, BIND_TRANSMITTER_RESP, BIND_TRANSCEIVER_RESP ->
                BindFormat.writeResp((BindResponse) body, ok, out);
            case OUTBIND -> BindFormat.writeOutbind((Outbind) body, out);
            case SUBMIT_SM, DELIVER_SM -> MessageFormat.write((MessagePdu) body, out);
            case SUBMIT_SM_RESP -> MessageFormat.writeSubmitResp((SubmitSmResp) body, ok, out);
            case DELIVER_SM_RESP -> MessageFormat.writeDeliverResp((DeliverSmResp) body, out);
            case SUBMIT_MULTI -> MultiFormat.write((SubmitMulti) body, out);
            case SUBMIT_MULTI_RESP -> MultiFormat.writeResp((SubmitMultiResp) body, out);
            case DATA_SM -> DataFormat.write((DataSm) body, out);
            case DATA_SM_RESP -> DataFormat.writeResp((DataSmResp) body, out);
            case ALERT_NOTIFICATION -> DataFormat.writeAlert((AlertNotification) body, out);
            case QUERY_SM -> StoredFormat.writeQuery((QuerySm) body, out);
            case QUERY_SM_RESP -> StoredFormat.writeQueryResp((QuerySmResp) body, out);
            case CANCEL_SM -> StoredFormat.writeCancel((CancelSm) body, out);
            case REPLACE_SM -> StoredFormat.writeReplace((ReplaceSm) body, out);
            case CANCEL_SM_RESP,
                    REPLACE_SM_RESP,
                    UNBIND,
                    UNBIND_RESP,
                    ENQUIRE_LINK,
                    ENQUIRE_LINK_RESP,
                    GENERIC_NACK -> {}
        }
    }
}
