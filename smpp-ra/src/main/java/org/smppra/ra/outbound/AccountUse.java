package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayUnavailableException;
import org.smppra.engine.Account;

/**
 * The account of one connection, from its first use until the connection is given back: a server that recovers
 * transactions makes connections with names and passwords of its own, and never uses them.
 */
final class AccountUse {
    private final SmppManagedConnectionFactory factory;
    private final @Nullable AccountRequest who;
    private @Nullable Account leased;

    AccountUse(SmppManagedConnectionFactory factory, @Nullable AccountRequest who) {
        this.factory = factory;
        this.who = who;
    }

    synchronized Account begin() throws ResourceException {
        if (who == null) {
            return factory.account();
        }
        if (leased == null) {
            leased = factory.lease(who);
        }
        return leased;
    }

    Account now() throws GatewayUnavailableException {
        try {
            return begin();
        } catch (ResourceException e) {
            throw new GatewayUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    synchronized void end() {
        if (leased != null) {
            factory.release(leased);
            leased = null;
        }
    }
}
