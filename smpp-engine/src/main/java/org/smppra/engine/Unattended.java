package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.Outbox;

/** Says once of each account that messages of it wait, and that nobody supplies it. */
final class Unattended {
    /** Nanoseconds; the first look comes when an application that is deployed with the adapter is there. */
    static final long INTERVAL = 30_000_000_000L;

    private static final Logger LOG = System.getLogger(Unattended.class.getName());

    private final OpeningOutbox outbox;
    private final Set<AccountKey> said = new HashSet<>();

    Unattended(OpeningOutbox outbox) {
        this.outbox = outbox;
    }

    void look() {
        Outbox open = outbox.now();
        if (open == null) {
            return;
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
}
