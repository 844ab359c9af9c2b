package org.smppra.pdu;

import org.smppra.message.CommandStatus;

/** A body and what the session adds to it: the status (of an answer) and the sequence number. */
public record Envelope(CommandStatus status, int sequenceNumber, Pdu body) {
    /** A request, whose status is always 0. */
    public static Envelope request(int sequenceNumber, Pdu body) {
        return new Envelope(CommandStatus.ESME_ROK, sequenceNumber, body);
    }

    /** The answer of this status to a request, without content. */
    public static Envelope answer(CommandId request, int sequenceNumber, CommandStatus status) {
        return new Envelope(status, sequenceNumber, Answers.empty(request));
    }
}
