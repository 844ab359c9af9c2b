package org.smppra.benchmark.scenario;

/** Who answers the contestants. Each is a process of its own. */
public enum Peer {
    /** Costs as little as a peer can. */
    RESPONDER,
    /** smpp-ra's own, which keeps what it is sent. */
    SIMULATOR
}
