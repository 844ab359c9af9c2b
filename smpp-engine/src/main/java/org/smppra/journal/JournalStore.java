package org.smppra.journal;

/** The journal on disk. */
public final class JournalStore {
    private JournalStore() {}

    /**
     * Opens the journal of a directory, or makes a new one. Damage never makes it fail: see the {@link OpeningReport}.
     *
     * @param visitor sees every live entry before this returns; what it throws ends the opening
     * @throws JournalException if the directory cannot be used, is locked by another user, or was last written by a
     *     newer version
     */
    public static Journal open(
            JournalSettings settings, JournalFiles files, JournalRuntime runtime, JournalVisitor visitor)
            throws JournalException {
        throw new UnsupportedOperationException();
    }
}
