package org.smppra.gateway;

import org.smppra.link.Link;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.UserMessage;

/** A deliver_sm or data_sm that waits for its answer. */
public final class Received {
    private final Envelope envelope;
    private final Link link;
    private boolean answered;

    Received(Envelope envelope, Link link) {
        this.envelope = envelope;
        this.link = link;
    }

    public UserMessage message() {
        return (UserMessage) envelope.body();
    }

    public boolean isFrom(Link other) {
        return link == other;
    }

    /** Answers on the link it came from. Only the first answer counts; none arrives once the link is gone. */
    public void answer(CommandStatus status) {
        synchronized (this) {
            if (answered) {
                return;
            }
            answered = true;
        }
        link.answer(envelope, status);
    }
}
