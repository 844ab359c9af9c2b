package org.smppra.gateway;

import java.util.concurrent.atomic.AtomicBoolean;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;

/** A deliver_sm that waits for its answer. */
public final class Received {
    private final DeliverSm message;
    private final Link link;
    private final int sequenceNumber;
    private final AtomicBoolean answered = new AtomicBoolean();

    Received(DeliverSm message, Link link, int sequenceNumber) {
        this.message = message;
        this.link = link;
        this.sequenceNumber = sequenceNumber;
    }

    public DeliverSm message() {
        return message;
    }

    public boolean isFrom(Link other) {
        return link == other;
    }

    /** Answers on the link it came from. Only the first answer counts; none arrives once the link is gone. */
    public void answer(CommandStatus status) {
        if (answered.compareAndSet(false, true)) {
            link.answer(sequenceNumber, status);
        }
    }
}
