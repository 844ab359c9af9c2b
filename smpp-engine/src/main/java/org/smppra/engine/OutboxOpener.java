package org.smppra.engine;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.inbox.Inbox;
import org.smppra.inbox.InboxSettings;
import org.smppra.journal.JournalException;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;

/** How an engine comes to its outbox; called once, on a thread of the engine. */
public interface OutboxOpener {
    /** May take seconds. @throws SmppException if it cannot be opened: says why, and what to do */
    Outbox open(GatewayRuntime runtime) throws SmppException;

    /**
     * The inbox beside it; called after {@link #open}, on the same thread.
     *
     * @return null: there is none, and nothing received is stored
     * @throws SmppException if it cannot be opened: says why, and what to do
     */
    default @Nullable Inbox openInbox(GatewayRuntime runtime) throws SmppException {
        return null;
    }

    /** After which a submission that was not sent is settled as expired. */
    default Duration maxAge() {
        return Duration.ofHours(48);
    }

    /** One that is kept on disk, with an inbox inside its directory. */
    static OutboxOpener in(OutboxSettings settings) {
        return in(settings, InboxSettings.defaults());
    }

    static OutboxOpener in(OutboxSettings settings, InboxSettings inbox) {
        return new OutboxOpener() {
            @Override
            public Outbox open(GatewayRuntime runtime) throws SmppException {
                try {
                    return StoredOutbox.open(settings, runtime);
                } catch (JournalException | IOException e) {
                    throw failure(e);
                }
            }

            @Override
            public Inbox openInbox(GatewayRuntime runtime) throws SmppException {
                try {
                    return StoredInbox.open(settings.directory(), inbox, settings.eraseWithin(), runtime);
                } catch (JournalException | IOException e) {
                    throw failure(e);
                }
            }

            private SmppException failure(Exception e) {
                return new SmppException(
                        "SMPP-NO-OUTBOX", "outboxDirectory: " + e.getMessage(), Sent.NOTHING, false, e);
            }

            @Override
            public Duration maxAge() {
                return settings.maxAge();
            }
        };
    }
}
