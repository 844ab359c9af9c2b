package org.smppra.ra.outbound;

/** What {@code submit} does in the mode DIRECT inside a transaction. */
enum DirectInTransaction {
    ALLOW,
    /** Sends, and says once a factory that a rollback will not take it back. */
    WARN,
    REJECT
}
