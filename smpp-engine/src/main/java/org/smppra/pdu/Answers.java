package org.smppra.pdu;

import java.util.List;
import org.smppra.message.Tlvs;

/** The empty answer to each request: what is sent where only the status matters. */
final class Answers {
    private static final Pdu DELIVER_SM_RESP = new DeliverSmResp("", Tlvs.empty());

    private Answers() {}

    static Pdu empty(CommandId request) {
        return switch (request) {
            case BIND_RECEIVER -> new BindReceiverResp("", Tlvs.empty());
            case BIND_TRANSMITTER -> new BindTransmitterResp("", Tlvs.empty());
            case BIND_TRANSCEIVER -> new BindTransceiverResp("", Tlvs.empty());
            case SUBMIT_SM -> new SubmitSmResp("", Tlvs.empty());
            case DELIVER_SM -> DELIVER_SM_RESP; // one for each receipt
            case DATA_SM -> new DataSmResp("", Tlvs.empty());
            case SUBMIT_MULTI -> new SubmitMultiResp("", List.of(), Tlvs.empty());
            case QUERY_SM -> new QuerySmResp("", "", 0, 0);
            case CANCEL_SM -> new CancelSmResp();
            case REPLACE_SM -> new ReplaceSmResp();
            case UNBIND -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLinkResp();
            case OUTBIND,
                    ALERT_NOTIFICATION,
                    GENERIC_NACK,
                    BIND_RECEIVER_RESP,
                    BIND_TRANSMITTER_RESP,
                    BIND_TRANSCEIVER_RESP,
                    SUBMIT_SM_RESP,
                    DELIVER_SM_RESP,
                    DATA_SM_RESP,
                    SUBMIT_MULTI_RESP,
                    QUERY_SM_RESP,
                    CANCEL_SM_RESP,
                    REPLACE_SM_RESP,
                    UNBIND_RESP,
                    ENQUIRE_LINK_RESP -> new GenericNack();
        };
    }
}
