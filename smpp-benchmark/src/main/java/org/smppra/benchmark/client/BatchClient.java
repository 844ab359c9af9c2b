package org.smppra.benchmark.client;

import java.util.List;

/** One thread sends many without waiting between them, then waits for all. */
public interface BatchClient extends Client {
    /** Sends all, then waits: the ids in the answers. */
    List<String> submitAll(int count) throws Exception;
}
