package org.smppra.simulator;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** One mailbox an account. */
final class Mailboxes {
    private final int most;
    private final Clock clock;
    private final ConcurrentMap<String, Mailbox> bySystemId = new ConcurrentHashMap<>();

    Mailboxes(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Null if there are too many accounts: a client that invents them must not fill the memory. */
    @Nullable
    Mailbox open(String systemId) {
        Mailbox known = bySystemId.get(systemId);
        if (known != null || bySystemId.size() >= Limits.ACCOUNTS) {
            return known;
        }
        return bySystemId.computeIfAbsent(systemId, id -> new Mailbox(most, clock));
    }

    @Nullable
    Mailbox find(String systemId) {
        return bySystemId.get(systemId);
    }

    /** The accounts that have one, by name. */
    List<String> systemIds() {
        return bySystemId.keySet().stream().sorted().toList();
    }

    boolean expire(long sentBeforeNanos) {
        boolean any = false;
        for (Mailbox mailbox : bySystemId.values()) {
            any |= mailbox.expire(sentBeforeNanos);
        }
        return any;
    }
}
