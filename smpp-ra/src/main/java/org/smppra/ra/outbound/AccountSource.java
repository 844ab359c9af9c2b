package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import org.smppra.engine.Account;
import org.smppra.ra.settings.AccountProperties;

/** What a connection factory needs of the adapter: running accounts for its properties. */
public interface AccountSource {
    /**
     * Lets the account run from now on, or from the adapter's start on: servers make factories before they start it.
     *
     * @throws ResourceException naming the property that is missing or wrong
     */
    void supply(AccountProperties properties) throws ResourceException;

    /** @throws ResourceException naming the property that is missing or wrong */
    Account account(AccountProperties properties) throws ResourceException;
}
