package org.smppra.simulator.behaviour;

import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/** A bind of 3.4 is answered as an SMSC of 3.3 does. */
final class NoVersion implements Fault {
    private final Strikes strikes;

    NoVersion(Behaviour settings, Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public Envelope altered(Line line, Envelope pdu) {
        if (!(pdu.body() instanceof BindResponse answer) || answer.tlvs().isEmpty() || !strikes.strike(line)) {
            return pdu;
        }
        return new Envelope(pdu.status(), pdu.sequenceNumber(), with(answer, Tlvs.empty()));
    }

    static Pdu with(BindResponse answer, Tlvs tlvs) {
        return switch (answer.commandId()) {
            case BIND_RECEIVER_RESP -> new BindReceiverResp(answer.systemId(), tlvs);
            case BIND_TRANSMITTER_RESP -> new BindTransmitterResp(answer.systemId(), tlvs);
            default -> new BindTransceiverResp(answer.systemId(), tlvs);
        };
    }
}
