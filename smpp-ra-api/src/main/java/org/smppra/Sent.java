package org.smppra;

/** What may have left for the SMSC. */
public enum Sent {
    /** Surely nothing: a retry cannot make a duplicate. */
    NOTHING,
    /** Some parts surely, others surely not. */
    PARTLY,
    /** All of it. */
    ALL,
    /** Some or all was written and no answer came: a retry can make a duplicate. */
    MAYBE
}
