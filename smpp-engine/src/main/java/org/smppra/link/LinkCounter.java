package org.smppra.link;

/** What is counted on a link; every bound that was reached is among it. */
public enum LinkCounter {
    /** Connections begun. */
    ATTEMPTS,
    /** Binds that the SMSC granted. */
    BINDS,
    /** Requests given to the link. */
    REQUESTS,
    /** Answers with status 0. */
    ACCEPTED,
    /** Answers with another status. */
    REFUSED,
    /** Requests whose answer did not come in time, or could not be read. */
    UNANSWERED,
    /** Answers that came after their time, to requests that are counted as unanswered. */
    LATE,
    /** Answers to nothing: much too late, twice, or of an unknown sequence number. */
    STRAY,
    /** Messages that the SMSC delivered. */
    DELIVERED,
    /** Frames that were no PDU we can read; each was answered. */
    UNREADABLE,
    /** A command_length that cannot be true; it cost the link. */
    FRAMING_LOST,
    /** A write that was stuck for longer than it may; it cost the link. */
    WRITE_STALLED,
    /** Times that reading waited because the peer did not read what it had asked for. */
    READING_HELD
}
