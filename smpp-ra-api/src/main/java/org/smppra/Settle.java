package org.smppra;

/** What an operator decides of a stored entry. */
public enum Settle {
    /** Send it (again). */
    SEND,
    /** Deliver it to a listener (again). */
    DELIVER,
    /** Drop it. */
    CANCEL
}
