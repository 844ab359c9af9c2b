package org.smppra.inbox;

/** What is remembered without being forced. The places stay as they are: they are on disks. */
enum MemoryKind {
    /** Deduplication keys of receipts that a listener committed. */
    RECEIPT,
    /** Message ids of which a final receipt was committed. */
    FINAL,
    /** Message ids, and what was sent under them. */
    SENT,
    /** Deduplication keys of what listeners refuse, and since when. */
    REFUSED
}
