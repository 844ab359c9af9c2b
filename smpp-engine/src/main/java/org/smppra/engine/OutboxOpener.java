package org.smppra.engine;

import org.smppra.SmppException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;

/** How an engine comes to its outbox; called once, on a thread of the engine. */
public interface OutboxOpener {
    /** May take seconds. @throws SmppException if it cannot be opened: says why, and what to do */
    Outbox open(GatewayRuntime runtime) throws SmppException;

    /** One that is kept on disk. */
    static OutboxOpener in(OutboxSettings settings) {
        return runtime -> {
            throw new SmppException(
                    "SMPP-NO-OUTBOX",
                    "this version cannot store submissions in " + settings.directory(),
                    org.smppra.Sent.NOTHING,
                    false,
                    null);
        };
    }
}
