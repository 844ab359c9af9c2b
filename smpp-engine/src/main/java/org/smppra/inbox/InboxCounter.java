package org.smppra.inbox;

/** What was counted since the inbox was opened. */
public enum InboxCounter {
    /** Stored, then acknowledged. */
    STORED,
    /** Not stored, for there was no room. */
    REFUSED_FULL,
    /** A listener committed it. */
    DELIVERED,
    /** Became dead letters. */
    BURIED,
    /** Did not become dead letters, for there was no room for another. */
    DEAD_LETTERS_REFUSED,
    /** Remembered receipts and ids, the oldest, that made room for others. */
    FORGOTTEN,
    /** Remembered refusals of listeners, the oldest, that made room for others. */
    REFUSALS_FORGOTTEN
}
