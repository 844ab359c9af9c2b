package org.smppra.dispatch;

/** What is counted where submissions leave the outbox. */
public enum DispatchCounter {
    /** Requests that were written, again and again ones too. */
    SENT,
    /** Messages that are settled as accepted. */
    ACCEPTED,
    /** Messages that the SMSC refused for good. */
    REFUSED,
    /** Messages whose validity, or time in the outbox, ended before they were sent. */
    EXPIRED,
    /** Messages that wait for a later attempt, for the SMSC did not take them now. */
    RETRIED,
    /** Messages that were written without an answer and are sent again: each may arrive twice. */
    RESENT_UNANSWERED,
    /** Messages that were written without an answer and wait for an operator. */
    HELD,
    /** Messages that an answer after its time settled. */
    SETTLED_LATE,
    /** Messages that a receipt settled whose answer never came. */
    SETTLED_BY_RECEIPT
}
