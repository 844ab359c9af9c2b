package org.smppra.journal;

/** Sees every live entry while a journal is opened, in the order of the log, on the thread that opens it. */
@FunctionalInterface
public interface JournalVisitor {
    /**
     * One live entry.
     *
     * @param body the visitor may keep it
     * @param uncertain true if a damaged part of the log stands after this entry: that part may have held a removal or
     *     a replacement of it, so that this body may be out of date. It stays so until the entry is put again or removed
     */
    void entry(long key, byte[] body, boolean uncertain);
}
