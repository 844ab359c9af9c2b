package org.smppra.ra;

import jakarta.transaction.TransactionSynchronizationRegistry;

/** Starts an adapter in a small server, for tests of other packages. */
public final class StartedAdapter {
    private StartedAdapter() {}

    public static void start(SmppResourceAdapter adapter) throws Exception {
        start(adapter, new ScriptedEndpoint());
    }

    public static void start(SmppResourceAdapter adapter, TransactionSynchronizationRegistry registry)
            throws Exception {
        adapter.start(new ThreadedServer(registry));
    }
}
