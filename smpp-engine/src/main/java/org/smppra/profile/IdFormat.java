package org.smppra.profile;

/** How the id of a message in its receipts is that of the answer to its submit. SMPP 3.4 section 5.2.23. */
public enum IdFormat {
    /** The same, but for capitals and leading zeros. */
    AS_IS,
    /**
     * The same if that one is known; else it may be the same number in decimal instead of hexadecimal, or the other way
     * round. Where nodes share an account, an id of one node's message may be such a form of another's.
     */
    AUTO
}
