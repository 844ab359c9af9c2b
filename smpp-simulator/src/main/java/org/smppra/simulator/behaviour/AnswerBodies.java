package org.smppra.simulator.behaviour;

import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSmResp;

/** Bodies of answers with other content. */
final class AnswerBodies {
    private static final String MESSAGE_ID = "1000000000";
    private static final String SYSTEM_ID = "smpp-simulator";

    private AnswerBodies() {}

    /** What a success could carry, where this answer has a body at all. */
    static Pdu filled(Pdu empty) {
        if (empty instanceof SubmitSmResp) {
            return new SubmitSmResp(MESSAGE_ID, Tlvs.empty());
        }
        return empty instanceof BindResponse answer ? bound(answer, SYSTEM_ID, Tlvs.empty()) : empty;
    }

    static Pdu with(BindResponse answer, Tlvs tlvs) {
        return bound(answer, answer.systemId(), tlvs);
    }

    private static Pdu bound(BindResponse answer, String systemId, Tlvs tlvs) {
        return switch (answer.commandId()) {
            case BIND_RECEIVER_RESP -> new BindReceiverResp(systemId, tlvs);
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp(systemId, tlvs);
            default -> new BindTransceiverResp(systemId, tlvs);
        };
    }
}
