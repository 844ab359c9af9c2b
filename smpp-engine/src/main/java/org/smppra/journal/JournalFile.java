package org.smppra.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a journal. Written by one thread, read by many at once. An interrupt of a thread does no harm to it. */
public interface JournalFile extends Closeable {
    /** Its octets. */
    long size() throws IOException;

    /** Reads from the position until the buffer or the file has no more; less than the buffer holds means its end. */
    void read(ByteBuffer into, long position) throws IOException;

    /** Writes all that remains in the buffer; beyond the end the file grows. */
    void write(ByteBuffer from, long position) throws IOException;

    /** Returns when all octets written, and the size, are on disk. */
    void force() throws IOException;
}
