package org.smppra.benchmark.scenario;

/** What a client is asked to do; the scenario's size says how much of it. */
public enum Load {
    /** So many threads, each waits for its answer. */
    CALLERS,
    /** The same with virtual threads, on JDK 25. */
    VIRTUAL_CALLERS,
    /** So many requests under way, from one thread if the client can. */
    WINDOW,
    /** So many deliver_sm under way toward the client, which acknowledges them. */
    RECEIPTS_IN,
    /** So many submits a second by one thread, each waits for its answer. */
    PACED
}
