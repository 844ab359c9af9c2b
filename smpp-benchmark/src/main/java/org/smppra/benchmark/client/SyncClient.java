package org.smppra.benchmark.client;

/** Many threads may submit at one time, each waits for its answer. */
public interface SyncClient extends Client {
    /** Sends one and waits: the id in the answer. */
    String submit() throws Exception;
}
