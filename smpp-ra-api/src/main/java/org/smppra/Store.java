package org.smppra;

/** What {@link SmppOperations#list} shows. */
public enum Store {
    /** Submissions that have not been sent yet. */
    WAITING,
    /** Submissions that wait for an operator. */
    HELD,
    /** Received messages and receipts that no listener could take. */
    DEAD_LETTER
}
