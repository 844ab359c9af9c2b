package org.smppra.simulator;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.PduOutput;

/**
 * The way out of a connection. The reader and the courier both send; whoever comes while the other writes waits, and
 * what waits leaves in one write. So at most two batches are in memory, whatever the client does.
 */
final class Outgoing {
    /** Writes one batch of whole PDUs; called by one thread at a time. */
    interface Wire {
        void write(PduOutput batch) throws IOException;
    }

    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private PduOutput pending = new PduOutput(1024);
    private PduOutput leaving = new PduOutput(1024);
    /** Batches, not octets. */
    private long appended;

    private long written;
    private boolean writing;
    private boolean closed;
    /** When the write that goes on now began; 0: none does. */
    private volatile long writeBeganNanos;

    Outgoing(Wire wire) {
        this.wire = wire;
    }

    /** Returns when the batch is written; an empty one makes a write all the same. */
    void send(PduOutput batch) throws IOException {
        long upTo;
        lock.lock();
        try {
            pending.append(batch);
            appended++;
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
            upTo = appended;
            PduOutput full = pending;
            pending = leaving;
            leaving = full;
        } finally {
            lock.unlock();
        }
        write(upTo);
    }

    private void write(long upTo) throws IOException {
        boolean done = false;
        try {
            long now = System.nanoTime();
            writeBeganNanos = now == 0 ? 1 : now;
            wire.write(leaving);
            done = true;
        } finally {
            writeBeganNanos = 0;
            lock.lock();
            try {
                writing = false;
                written = upTo;
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
