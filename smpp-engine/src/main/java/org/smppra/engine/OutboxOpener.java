package org.smppra.engine;

import java.io.IOException;
import java.time.Duration;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.journal.JournalException;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;

/** How an engine comes to its outbox; called once, on a thread of the engine. */
public interface OutboxOpener {
    /** May take seconds. @throws SmppException if it cannot be opened: says why, and what to do */
    Outbox open(GatewayRuntime runtime) throws SmppException;

    /** After which a submission that was not sent is settled as expired. */
    default Duration maxAge() {
        return Duration.ofHours(48);
    }

    /** One that is kept on disk. */
    static OutboxOpener in(OutboxSettings settings) {
        return new OutboxOpener() {
            @Override
            public Outbox open(GatewayRuntime runtime) throws SmppException {
                try {
                    return StoredOutbox.open(settings, runtime);
                } catch (JournalException | IOException e) {
                    throw new SmppException(
                            "SMPP-NO-OUTBOX", "outboxDirectory: " + e.getMessage(), Sent.NOTHING, false, e);
                }
            }

            @Override
            public Duration maxAge() {
                return settings.maxAge();
            }
        };
    }
}
