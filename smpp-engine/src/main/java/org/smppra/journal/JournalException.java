package org.smppra.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The journal could not do what it was asked for. */
public class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    JournalException(String code, String message, @Nullable Throwable cause) {
        super(code + ": " + message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * A stable code, the first word of the message: {@code SMPP-JOURNAL-FAILED}, {@code -CLOSED}, {@code -FULL},
     * {@code -ENTRY} (no such entry, or damaged), and of opening {@code -DIRECTORY}, {@code -LOCKED}, {@code -VERSION}.
     */
    public String code() {
        return code;
    }

    static JournalException failed(String reason, @Nullable Throwable cause) {
        return new JournalException("SMPP-JOURNAL-FAILED", reason, cause);
    }

    static JournalException closed() {
        return new JournalException("SMPP-JOURNAL-CLOSED", "The journal is closed", null);
    }

    static JournalException entry(long key, String what, @Nullable Throwable cause) {
        return new JournalException("SMPP-JOURNAL-ENTRY", "Entry " + key + " of the journal " + what, cause);
    }
}
