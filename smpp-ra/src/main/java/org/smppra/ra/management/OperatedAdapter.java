package org.smppra.ra.management;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Account;
import org.smppra.inbox.InboxCounter;
import org.smppra.outbox.Outbox;

/** What an operator needs of the adapter. */
public interface OperatedAdapter {
    /** The name of its own account. */
    String name();

    /** Empty if no account of this name runs. */
    Optional<Account> account(String name);

    /** All that run. */
    Collection<Account> accounts();

    /** Of all accounts, since the inbox was opened; empty while it is not open, or if there is none. */
    Map<InboxCounter, Long> inboxCounters();

    /** Null while it is not open, or if there is none. */
    @Nullable
    Outbox openOutbox();
}
