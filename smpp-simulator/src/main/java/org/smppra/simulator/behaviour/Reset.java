package org.smppra.simulator.behaviour;

import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Octets;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;

/** Half a PDU, then a reset. */
final class Reset implements Fault {
    private final Trigger trigger;

    Reset(Behaviour settings, Strikes strikes) {
        this.trigger = new Trigger(settings, strikes);
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!trigger.at(line, answer)) {
            return false;
        }
        answer.withoutWriting();
        halve(line, answer.octets());
        return true;
    }

    @Override
    public void tick(Line line, long nowMillis) {
        if (trigger.now(line, nowMillis)) {
            PduOutput whole = new PduOutput(16);
            Codec.encode(Envelope.request(line.nextSequenceNumber(), new EnquireLink()), whole);
            halve(line, Octets.of(whole.toByteArray()));
        }
    }

    private static void halve(Line line, Octets pdu) {
        line.send(pdu.slice(0, pdu.length() / 2), line::reset);
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
