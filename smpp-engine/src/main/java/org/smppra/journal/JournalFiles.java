package org.smppra.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The directory of a journal: all that it asks of a disk. A power cut may undo, or do in another order, whatever was not
 * forced: octets by {@link JournalFile#force()}, names by {@link #forceDirectory()}. Names are plain, except that
 * {@link #rename} may be given a target {@code "folder/name"}.
 */
public interface JournalFiles {
    /** The name of the directory, for messages. */
    String directory();

    /**
     * Takes the directory for one user in all JVMs.
     *
     * @return gives it free
     * @throws IOException with a message that says what is wrong; {@link JournalLockedException} if another has it
     */
    Closeable lock() throws IOException;

    /** The names of the plain files in it, in no order. */
    List<String> list() throws IOException;

    /** Makes a file that is not there; only its owner may read or write it. */
    JournalFile create(String name) throws IOException;

    /** Opens a file that is there, to read and write. */
    JournalFile open(String name) throws IOException;

    /**
     * Renames a file that nobody has open, never over another one. The entry of a target in a folder is forced in that
     * folder here.
     */
    void rename(String from, String to) throws IOException;

    /** Deletes a file. */
    void delete(String name) throws IOException;

    /** Returns when the names in the directory are on disk. */
    void forceDirectory() throws IOException;
}
