package org.smppra.ra;

/** Starts an adapter in a small server, for tests of other packages. */
public final class StartedAdapter {
    private StartedAdapter() {}

    public static void start(SmppResourceAdapter adapter) throws Exception {
        adapter.start(new ThreadedServer(new ScriptedEndpoint()));
    }
}
