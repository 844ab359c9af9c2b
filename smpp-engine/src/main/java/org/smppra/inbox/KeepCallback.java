package org.smppra.inbox;

import org.jspecify.annotations.Nullable;

/** Told what became of one that was to be stored. May run on the journal's thread: must not block, wait or throw. */
@FunctionalInterface
public interface KeepCallback {
    /** @param failure null: it is on disk; else why not, in words, and nothing of it is kept */
    void done(@Nullable String failure);
}
