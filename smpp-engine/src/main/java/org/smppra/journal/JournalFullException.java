package org.smppra.journal;

/**
 * The disk has no room for another segment, and the batch adds to it. Nothing was written, nothing is broken: removals,
 * and replacements that are no longer than what they replace or no longer than 1 KiB, are still taken, as long as there
 * is room in what was set apart for them. The journal goes on by itself when there is room again.
 */
public final class JournalFullException extends JournalException {
    private static final long serialVersionUID = 1L;

    JournalFullException(String message) {
        super("SMPP-JOURNAL-FULL", message, null);
    }
}
