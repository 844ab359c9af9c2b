package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smppra.inbox.Inbox;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.Outbox;

/** Says once of each account that messages of it wait, or were received, and that nobody supplies it. */
final class Unattended {
    /** Nanoseconds; the first look comes when an application that is deployed with the adapter is there. */
    static final long INTERVAL = 30_000_000_000L;

    private static final Logger LOG = System.getLogger(Unattended.class.getName());

    private final OpeningOutbox outbox;
    private final Set<AccountKey> said = new HashSet<>();
    private final Set<AccountKey> saidOfReceived = new HashSet<>();

    Unattended(OpeningOutbox outbox) {
        this.outbox = outbox;
    }

    void look() {
        Outbox open = outbox.now();
        if (open == null) {
            return;
        }
        Inbox received = outbox.inbox().now();
        if (received != null) {
            look(received);
        }
        List<AccountKey> now = open.unattended();
        said.retainAll(now);
        for (AccountKey key : now) {
            if (said.add(key)) {
                LOG.log(
                        Level.WARNING,
                        "SMPP-321 {0} messages of account {1} (systemId {2}, hosts {3}) wait, and nothing here supplies"
                                + " this account",
                        open.account(key).waiting(),
                        key.name(),
                        key.systemId(),
                        key.hosts());
            }
        }
    }

    /** Asking for more than the keys would count as attending to them. */
    private void look(Inbox received) {
        List<AccountKey> now = received.unattended();
        saidOfReceived.retainAll(now);
        for (AccountKey key : now) {
            if (saidOfReceived.add(key)) {
                LOG.log(
                        Level.WARNING,
                        "SMPP-362 receipts or messages for account {0} (systemId {1}, hosts {2}) are stored, and nothing"
                                + " here supplies this account",
                        key.name(),
                        key.systemId(),
                        key.hosts());
            }
        }
    }
}
