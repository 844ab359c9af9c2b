package org.smppra.simulator;

import org.smppra.codec.PduOutput;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.simulator.behaviour.Answer;
import org.smppra.simulator.behaviour.Disturbances;
import org.smppra.simulator.behaviour.Refusal;

/** A session's requests while behaviours are on: each answer goes its own way. */
final class DisturbedAnswers {
    private final Disturbances disturbances;
    private final ClientLine line;
    private final Session session;

    DisturbedAnswers(Disturbances disturbances, ClientLine line, Session session) {
        this.disturbances = disturbances;
        this.line = line;
        this.session = session;
    }

    void answer(Envelope request, PduOutput answers) {
        CommandId command = request.body().commandId();
        session.claim(request.body());
        AfterAnswers others = session.beginAfter();
        Refusal refusal = disturbances.refusal(line, command);
        Envelope plain = refusal == null ? session.request(request) : session.refuse(request, refusal.status());
        AfterAnswers mine = session.beginAfter();
        Answer answer =
                new Answer(command, disturbances.altered(line, plain), refusal != null && refusal.withBody(), mine);
        boolean taken = disturbances.takes(line, answer);
        session.resumeAfter(others);
        if (!taken) {
            answer.appendTo(answers);
            others.add(mine);
            others.joinNow();
        }
    }
}
