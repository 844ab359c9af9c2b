package org.smppra.journal;

import java.io.IOException;

/** Another user, in this JVM or another, has the directory of a journal. */
public final class JournalLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The message names the directory and what to do. */
    public JournalLockedException(String message) {
        super(message);
    }
}
