package org.smppra;

/** What becomes of a message that was written without an answer. */
public enum UnansweredPolicy {
    /** It is sent again: it may arrive twice. */
    RESEND,
    /** It is held for an operator: it may not arrive. */
    HOLD
}
