package org.smppra.ra.outbound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What {@code submit} means to a transaction. */
enum SubmitMode {
    /** Sent at once; the caller waits for the answer, a rollback cannot take it back. */
    DIRECT,
    /** Sent after the commit, from memory. */
    ON_COMMIT,
    /** Stored with the transaction, sent after the commit. */
    OUTBOX;

    /** @throws IllegalArgumentException if there is no such mode, or this version does not have it yet */
    static SubmitMode named(@Nullable String name) {
        if (name == null || name.equals(DIRECT.name())) {
            return DIRECT;
        }
        if (Arrays.stream(values()).anyMatch(mode -> mode.name().equals(name))) {
            throw new IllegalArgumentException("submitMode: " + name + " is not available in this version, use DIRECT");
        }
        throw new IllegalArgumentException("submitMode: '" + name + "' is not one of " + Arrays.toString(values()));
    }
}
