package org.smppra.simulator.behaviour;

import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSmResp;

/** An optional parameter that nobody knows. SMPP 3.4 section 3.3: it must be ignored. */
final class UnknownTlv implements Fault {
    static final Parameter<Integer> TAG = Parameters.hex("tag", 16, "0x3FFF", "Its tag.");
    static final Parameter<Octets> VALUE = Parameters.octets("value", 1_024, "CAFE", "Its value.");

    private final int tag;
    private final Octets value;
    private final Strikes strikes;

    UnknownTlv(Behaviour settings, Strikes strikes) {
        this.tag = settings.get(TAG);
        this.value = settings.get(VALUE);
        this.strikes = strikes;
    }

    @Override
    public Envelope altered(Line line, Envelope pdu) {
        if (!pdu.status().isOk() || !hasRoom(pdu.body()) || !strikes.strike(line)) {
            return pdu;
        }
        return new Envelope(pdu.status(), pdu.sequenceNumber(), with(pdu.body()));
    }

    private static boolean hasRoom(Pdu body) {
        return body instanceof SubmitSmResp || body instanceof BindResponse || body instanceof DeliverSm;
    }

    private Pdu with(Pdu body) {
        if (body instanceof SubmitSmResp answer) {
            return new SubmitSmResp(answer.messageId(), with(answer.tlvs()));
        }
        if (body instanceof BindResponse answer) {
            return AnswerBodies.with(answer, with(answer.tlvs()));
        }
        DeliverSm m = (DeliverSm) body;
        return new DeliverSm(
                m.serviceType(),
                m.source(),
                m.destination(),
                m.esmClass(),
                m.protocolId(),
                m.priorityFlag(),
                m.scheduleDeliveryTime(),
                m.validityPeriod(),
                m.registeredDelivery(),
                m.replaceIfPresentFlag(),
                m.dataCoding(),
                m.smDefaultMsgId(),
                m.shortMessage(),
                with(m.tlvs()));
    }

    private Tlvs with(Tlvs others) {
        return others.with(tag, value);
    }
}
