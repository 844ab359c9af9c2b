package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import org.smppra.engine.Account;
import org.smppra.ra.settings.AccountProperties;

/** What a connection factory needs of the adapter: a running account for its properties. */
public interface AccountSource {
    /** @throws ResourceException naming the property that is missing or wrong */
    Account account(AccountProperties properties) throws ResourceException;
}
