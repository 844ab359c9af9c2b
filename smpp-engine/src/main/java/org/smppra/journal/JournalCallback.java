package org.smppra.journal;

import org.jspecify.annotations.Nullable;

/**
 * Told what became of a batch. Runs on the journal's writer thread, or on the caller's if the journal takes nothing any
 * more: it must not block, wait or throw.
 */
@FunctionalInterface
public interface JournalCallback {
    /**
     * The batch is on disk, or not.
     *
     * @param failure null if the batch was forced
     */
    void done(@Nullable JournalException failure);
}
