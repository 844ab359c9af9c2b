package org.smppra.ra.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.InvalidPropertyException;
import java.io.Serializable;
import java.util.Map;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.ra.settings.AccountProperties;

/** What a connection factory needs of the adapter. */
public interface AccountSource {
    /** The adapter's own properties: what counts where a factory sets nothing. */
    Map<String, Serializable> defaults();

    /** @throws InvalidPropertyException naming the property that is missing or wrong */
    AccountSettings settingsOf(AccountProperties properties) throws InvalidPropertyException;

    /**
     * Lets the account run from now on, or from the adapter's start on: servers make factories before they start it. It
     * runs as long as the factory is in use.
     */
    void supply(AccountSettings settings, Object factory);

    /** The account that this factory supplies. */
    Account account(AccountSettings settings, Object factory) throws ResourceException;

    /**
     * An account that only some connections use; given back by {@link #release}.
     *
     * @throws ResourceException if there are maxAccounts of them
     */
    Account lease(AccountSettings settings) throws ResourceException;

    void release(Account account);

    /** Whether there is a directory where submissions can be stored. */
    boolean hasOutbox();

    /** @throws ResourceException if the adapter does not run */
    Transactions transactions() throws ResourceException;
}
