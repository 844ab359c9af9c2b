package org.smppra.outbox;

import java.util.Collections;
import java.util.Set;

/**
 * Whose messages these are, as a record on disk says it; never with a password.
 *
 * @param name the account's name
 * @param systemId of the bind
 * @param hosts name:port of each host
 */
public record AccountKey(String name, String systemId, Set<String> hosts) {
    public AccountKey {
        hosts = Set.copyOf(hosts);
    }

    /**
     * Whether messages of that account may leave through this one: a host that was added or removed does not strand what
     * waits, and another provider with the same system_id never gets it.
     */
    public boolean isSame(AccountKey other) {
        return name.equals(other.name) && systemId.equals(other.systemId) && !Collections.disjoint(hosts, other.hosts);
    }
}
