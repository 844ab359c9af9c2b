package org.smppra.gateway;

/** How the sessions of an account are bound. */
public enum BindType {
    /** Each bind submits and receives. */
    TRANSCEIVER,
    /** Each bind is a pair of sessions: one submits, one receives. */
    TRANSMITTER_RECEIVER
}
