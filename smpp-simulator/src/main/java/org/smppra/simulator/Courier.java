package org.smppra.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduOutput;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/**
 * Writes the simulator's own requests on one connection, all that are due in one write. A thread of its own, so that a
 * client that does not read holds up nobody else; it begins with the first request, a transmitter has none.
 */
final class Courier {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition posted = lock.newCondition();
    private List<Posting> due = new ArrayList<>();
    private int lastSequenceNumber;
    private boolean open;
    private boolean closed;
    private @Nullable Thread thread;

    Courier(Connection connection) {
        this.connection = connection;
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
        if (open && !closed && !due.isEmpty()) {
            if (thread == null) {
                thread = connection.startThread("courier", this::work);
            }
            posted.signal();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            posted.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The socket must be closed before: a write ends no other way. */
    void join() throws InterruptedException {
        Thread running;
        lock.lock();
        try {
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.join(1_000);
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
        }
    }

    /** Empty when closed. */
    private List<Posting> take() {
        lock.lock();
        try {
            while (due.isEmpty() && !closed) {
                posted.awaitUninterruptibly();
            }
            if (closed) {
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
