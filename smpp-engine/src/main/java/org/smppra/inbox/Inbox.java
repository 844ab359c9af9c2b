package org.smppra.inbox;

import java.util.List;
import java.util.Map;
import org.smppra.outbox.AccountKey;

/** What was received of all accounts. Safe in any thread. */
public interface Inbox extends AutoCloseable {
    /** The same one for the same key, made when it is asked for first. */
    AccountInbox account(AccountKey key);

    /** Accounts of which something is stored and that nobody asked for since it was opened. */
    List<AccountKey> unattended();

    /** What was counted since it was opened. */
    Map<InboxCounter, Long> counters();

    /** Writes what is not written yet, and notes that this was an orderly end. */
    @Override
    void close();
}
