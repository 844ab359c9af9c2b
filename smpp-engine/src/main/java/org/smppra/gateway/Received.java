package org.smppra.gateway;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.smppra.link.HostAddress;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;

/** A deliver_sm that waits for its answer. */
public final class Received {
    private final DeliverSm message;
    private final HostAddress host;
    private final Consumer<CommandStatus> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    Received(DeliverSm message, HostAddress host, Consumer<CommandStatus> answer) {
        this.message = message;
        this.host = host;
        this.answer = answer;
    }

    public DeliverSm message() {
        return message;
    }

    public HostAddress host() {
        return host;
    }

    /** Answers on the link it came from. Only the first answer counts; none arrives once the link is gone. */
    public void answer(CommandStatus status) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(status);
        }
    }
}
