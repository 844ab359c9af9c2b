package org.smppra.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.Envelope;

/** What one connection still has to write: appended by many threads, written by the connection's own writer. */
final class Outgoing {
    /** A client that does not read costs no more than this much, and its connection. */
    private static final int LIMIT = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private PduOutput pending = new PduOutput(8192);
    private PduOutput writing = new PduOutput(8192);
    private boolean closing;
    private boolean stopped;
    private volatile long writeSince;

    /** @return false if nothing is written any more */
    boolean append(Envelope envelope) {
        lock.lock();
        try {
            if (closing || stopped) {
                return false;
            }
            Codec.encode(envelope, pending);
            work.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Holds a reader whose client does not read. */
    void awaitRoom() {
        lock.lock();
        try {
            while (!stopped && pending.length() > LIMIT) {
                room.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is there, then ends {@link #run}. */
    void finish() {
        lock.lock();
        try {
            closing = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            work.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStalled(long now, long timeout) {
        long since = writeSince;
        return since != 0 && now - since > timeout;
    }

    void run(OutputStream out) throws IOException {
        while (takeBatch()) {
            writeSince = System.nanoTime() | 1;
            writing.writeTo(out);
            writeSince = 0;
            writing.clear();
        }
    }

    private boolean takeBatch() {
        lock.lock();
        try {
            while (pending.isEmpty() && !closing && !stopped) {
                work.awaitUninterruptibly();
            }
            PduOutput batch = pending;
            pending = writing;
            writing = batch;
            room.signalAll();
            return !stopped && !writing.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
