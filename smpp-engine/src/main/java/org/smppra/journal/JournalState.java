package org.smppra.journal;

/** What a journal can do at present. */
public enum JournalState {
    /** All is well. */
    RUNNING,
    /** The disk has no room for another segment: only removals and small replacements are taken until there is room. */
    FULL,
    /** A write or force failed: nothing works until the journal is opened again. */
    FAILED,
    /** Closed by its owner. */
    CLOSED
}
