package org.smppra;

/** One of the two ways of traffic. */
public enum Direction {
    /** From the application to the SMSC. */
    OUTBOUND,
    /** From the SMSC to the application. */
    INBOUND
}
