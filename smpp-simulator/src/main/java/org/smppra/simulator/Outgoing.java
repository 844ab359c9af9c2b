package org.smppra.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.PduOutput;

/**
 * The way out of a connection. The reader and the courier both send; whoever comes while the other writes waits, and
 * what waits leaves in one write. So at most two batches are in memory, whatever the client does.
 */
final class Outgoing {
    private final OutputStream stream;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private PduOutput pending = new PduOutput(1024);
    private PduOutput leaving = new PduOutput(1024);
    private long appended;
    private long written;
    private boolean writing;
    private boolean closed;
    /** When the write that goes on now began; 0: none does. */
    private volatile long writeBeganNanos;

    Outgoing(OutputStream stream) {
        this.stream = stream;
    }

    /** Returns when the batch is written. */
    void send(PduOutput batch) throws IOException {
        lock.lock();
        try {
            pending.append(batch);
            appended += batch.length();
            long mark = appended;
            while (writing && written < mark && !closed) {
                progress.awaitUninterruptibly();
            }
            if (written >= mark) {
                return;
            }
            if (closed) {
                throw new IOException("closed");
            }
            writing = true;
            PduOutput full = pending;
            pending = leaving;
            leaving = full;
        } finally {
            lock.unlock();
        }
        write();
    }

    private void write() throws IOException {
        boolean done = false;
        try {
            long now = System.nanoTime();
            writeBeganNanos = now == 0 ? 1 : now;
            leaving.writeTo(stream);
            stream.flush();
            done = true;
        } finally {
            writeBeganNanos = 0;
            lock.lock();
            try {
                writing = false;
                written += leaving.length();
                leaving.clear();
                closed |= !done;
                progress.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    boolean isStalled(long nowNanos, long timeoutNanos) {
        long began = writeBeganNanos;
        return began != 0 && nowNanos - began > timeoutNanos;
    }

    /** Sends nothing more; does not end a write that goes on, only closing the socket does. */
    void close() {
        lock.lock();
        try {
            closed = true;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
