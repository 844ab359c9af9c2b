package org.smppra;

/** How a submission ended. May grow: write a default branch. */
public enum Outcome {
    /** The SMSC accepted all parts. */
    ACCEPTED,
    /** The SMSC refused at least one part; see the status. */
    REFUSED,
    /** A check on our side refused it; see the reason, which names the field. */
    INVALID,
    /** No host was bound, or no slot came free in time. */
    UNAVAILABLE,
    /** Its validity ended before it was sent. */
    EXPIRED,
    /** An operator or the application took it back before it was sent. */
    CANCELLED,
    /** It was written and no answer came: it may have been sent. */
    UNKNOWN
}
