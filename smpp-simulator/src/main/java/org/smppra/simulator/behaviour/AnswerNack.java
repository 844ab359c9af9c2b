package org.smppra.simulator.behaviour;

import java.util.List;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;

/** Answers generic_nack where the request has an answer of its own. */
final class AnswerNack implements Fault {
    static final Parameter<CommandStatus> STATUS = Parameters.errorStatus("status", "0x03", "Of the generic_nack.");
    static final Parameter<String> SEQUENCE = Parameters.choice(
            "sequence", List.of("own", "zero"), "own", "Whether it carries the request's sequence number or 0.");

    private final CommandStatus status;
    private final boolean zero;
    private final CommandGroup commands;
    private final Strikes strikes;

    AnswerNack(Behaviour settings, Strikes strikes) {
        this.status = settings.get(STATUS);
        this.zero = settings.get(SEQUENCE).equals("zero");
        this.commands = CommandGroup.of(settings.get(Settings.COMMAND));
        this.strikes = strikes;
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (!answer.answers(commands) || !strikes.strike(line)) {
            return false;
        }
        answer.withoutWriting();
        int sequenceNumber = zero ? 0 : answer.envelope().sequenceNumber();
        line.send(new Envelope(status, sequenceNumber, new GenericNack()));
        return true;
    }
}
