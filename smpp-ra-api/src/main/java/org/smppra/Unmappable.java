package org.smppra;

/** What to do with a character that the message's data coding does not have. */
public enum Unmappable {
    /** Send the whole message as UCS2. */
    USE_UCS2,
    /** Send a question mark in its place. */
    SUBSTITUTE,
    /** Refuse the message. */
    REFUSE
}
