package org.smppra.simulator.behaviour;

import org.smppra.message.Tlvs;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.Envelope;

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
        return new Envelope(pdu.status(), pdu.sequenceNumber(), AnswerBodies.with(answer, Tlvs.empty()));
    }
}
