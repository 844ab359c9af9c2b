package org.smppra.outbox;

/** What is counted on an outbox since it was opened. */
public enum OutboxCounter {
    /** Submissions whose transaction committed, or that were taken outside one. */
    SUBMITTED,
    /** Submissions that were repeats by their idempotency key, and not taken. */
    REPEATED,
    /** Submissions refused because there was no room. */
    FOUND_NO_ROOM,
    /** Messages handed over to be written although they may have been written before: they may arrive twice. */
    SENT_AGAIN,
    /** Messages that were settled, however they ended. */
    SETTLED,
    /** Those of them that waited too long. */
    EXPIRED,
    /** Those of them that an operator cancelled. */
    CANCELLED,
    /** Messages that began to wait for an operator since the start. */
    HELD,
    /** Messages that wait for an operator since the start, for damage on disk took what says whether they were sent. */
    HELD_AT_OPENING,
    /** Results given up because nobody took them in time, or there were too many. */
    RESULTS_DROPPED,
    /** Open transactions that nobody ended, rolled back when they were too old. */
    ABANDONED
}
