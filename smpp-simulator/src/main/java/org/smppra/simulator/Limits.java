package org.smppra.simulator;

/**
 * What is kept at most.
 *
 * @param reportWindow deliver_sm without an answer, a bind
 * @param reportsKept unacknowledged reports, an account
 * @param messagesKept messages in full, the newest
 */
record Limits(int reportWindow, int reportsKept, int messagesKept) {
    /** Octets of content kept in the store, whatever the count: the simulator must not grow without end. */
    static final long STORE_OCTETS = 128L << 20;
    /** Octets of answers to deliver_sm kept, whatever their count. */
    static final long ACKNOWLEDGEMENT_OCTETS = 16L << 20;
    /** The same for the reports of one account: a reference may be long. */
    static final long REPORT_OCTETS = 32L << 20;
    /** Accounts that may appear by binding where any is accepted. */
    static final int ACCOUNTS = 10_000;
    /** Connections that one host holds at once; fewer where the heap is small, at 32 KiB each. */
    static final int CONNECTIONS =
            (int) Math.min(10_000, Runtime.getRuntime().maxMemory() / (2 * 32 * 1024));
}
