package org.smppra.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/**
 * Writes the simulator's own requests on one connection, all that are due in one write. It has a thread while it has
 * something to write, so that a client that does not read holds up nobody else.
 */
final class Courier {
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final Connection connection;
    private final Executor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rested = lock.newCondition();
    private List<Posting> due = new ArrayList<>();
    private int lastSequenceNumber;
    private boolean open;
    private boolean closed;
    private boolean working;

    Courier(Connection connection, Executor threads) {
        this.connection = connection;
        this.threads = threads;
    }

    int nextSequenceNumber() {
        lock.lock();
        try {
            lastSequenceNumber = lastSequenceNumber == Integer.MAX_VALUE ? 1 : lastSequenceNumber + 1;
            return lastSequenceNumber;
        } finally {
            lock.unlock();
        }
    }

    /** A report, or a message from a mobile; goes with the next {@link #start}. */
    void deliver(int sequenceNumber, DeliverSm message, Runnable written) {
        connection.line().delivers(Envelope.request(sequenceNumber, message), written);
    }

    /** Never blocks. */
    void post(Posting posting) {
        add(posting);
        start();
    }

    /** The same for one of many, before {@link #start}. */
    void add(Posting posting) {
        lock.lock();
        try {
            if (!closed) {
                due.add(posting);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes what was added. */
    void start() {
        lock.lock();
        try {
            run();
        } finally {
            lock.unlock();
        }
    }

    /** The answer to the bind is written: from now on requests may follow. */
    void open() {
        lock.lock();
        try {
            if (!open) {
                open = true;
                run();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        if (open && !closed && !working && !due.isEmpty()) {
            working = true;
            try {
                threads.execute(this::work);
            } catch (OutOfMemoryError e) {
                // No thread left: that is this client's loss, not that of whoever came with a report.
                rest();
                connection.close("no thread left");
            }
        }
    }

    private void rest() {
        working = false;
        rested.signalAll();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** The socket must be closed before: a write ends no other way. */
    void join() throws InterruptedException {
        lock.lock();
        try {
            for (long left = PATIENCE_NANOS; working && left > 0; ) {
                left = rested.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        PduOutput batch = new PduOutput(4096);
        try {
            for (List<Posting> next = take(); !next.isEmpty(); next = take()) {
                for (Posting posting : next) {
                    posting.appendTo(batch);
                }
                connection.send(batch);
                batch.clear();
                for (Posting posting : next) {
                    if (posting.pdu() != null && posting.pdu().body() instanceof DeliverSm delivered) {
                        connection.delivered(delivered);
                    }
                    posting.written().run();
                }
            }
        } catch (IOException | RuntimeException e) {
            connection.writeFailed(e);
            failed();
        }
    }

    private void failed() {
        lock.lock();
        try {
            closed = true;
            rest();
        } finally {
            lock.unlock();
        }
    }

    /** Empty when there is nothing to write; then a thread must be started for the next. */
    private List<Posting> take() {
        lock.lock();
        try {
            if (closed || due.isEmpty()) {
                rest();
                return List.of();
            }
            List<Posting> taken = due;
            due = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
