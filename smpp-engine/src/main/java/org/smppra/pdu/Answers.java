package org.smppra.pdu;

import org.smppra.message.Tlvs;

/** The empty answer to each request: what is sent where only the status matters. */
final class Answers {
    private Answers() {}

    static Pdu empty(CommandId request) {
        return switch (request) {
            case BIND_RECEIVER -> new BindReceiverResp("", Tlvs.empty());
            case BIND_TRANSMITTER -> new BindTransmitterResp("", Tlvs.empty());
            case BIND_TRANSCEIVER -> new BindTransceiverResp("", Tlvs.empty());
            case SUBMIT_SM -> new SubmitSmResp("", Tlvs.empty());
            case DELIVER_SM -> new DeliverSmResp("", Tlvs.empty());
            case UNBIND -> new UnbindResp();
            case ENQUIRE_LINK -> new EnquireLinkResp();
            case GENERIC_NACK,
                    BIND_RECEIVER_RESP,
                    BIND_TRANSMITTER_RESP,
                    BIND_TRANSCEIVER_RESP,
                    SUBMIT_SM_RESP,
                    DELIVER_SM_RESP,
                    UNBIND_RESP,
                    ENQUIRE_LINK_RESP -> new GenericNack();
        };
    }
}
