package org.smppra.link;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/**
 * What waits to be written on one link. Many threads append under the link's lock, one of them at a time writes for
 * all, without the lock. Answers and our own control PDUs go ahead of requests, which can be withdrawn until they are
 * handed to the socket.
 */
final class GroupWriter {
    /** How often one caller writes what others appended meanwhile, before the writer thread takes over. */
    private static final int ROUNDS_FOR_OTHERS = 64;
    /** Above this much unwritten control output the reader waits: a peer that floods us must also read. */
    private static final int CONTROL_LIMIT = 1 << 20;

    private final ReentrantLock lock;
    private final Condition work;
    private final Condition drained;
    private final LongSupplier nanoTime;
    private PduOutput requests = new PduOutput(8192);
    private PduOutput control = new PduOutput(1024);
    private PduOutput spare = new PduOutput(8192);
    private @Nullable Connection connection;
    private long appended;
    private volatile long handed;
    private volatile boolean writing;
    private boolean wanted;
    private boolean parked;
    private boolean held;
    private boolean finishing;
    private boolean stopped;
    private long writeSince;

    GroupWriter(ReentrantLock lock, LongSupplier nanoTime) {
        this.lock = lock;
        this.work = lock.newCondition();
        this.drained = lock.newCondition();
        this.nanoTime = nanoTime;
    }

    /** Under the lock. */
    void connected(Connection to) {
        connection = to;
        wake();
    }

    /** Under the lock. */
    void appendControl(Envelope envelope) {
        if (!stopped) {
            Codec.encode(envelope, control);
            wake();
        }
    }

    /** Under the lock. @return where the request begins in the row of all request octets */
    long appendRequest(int sequenceNumber, Pdu request) {
        int before = requests.length();
        Codec.encode(CommandStatus.ESME_ROK, sequenceNumber, request, requests);
        long start = appended;
        appended += requests.length() - before;
        return start;
    }

    /** Under the lock. Whether no octet of a request that begins here was handed to the socket. */
    boolean isUnsent(long startsAt) {
        return startsAt >= handed;
    }

    /** Under the lock. Drops the requests that were not handed to the socket. */
    void dropRequests() {
        appended = handed;
        requests.clear();
    }

    /** Under the lock. Whether requests wait to be written. */
    boolean hasRequests() {
        return !requests.isEmpty();
    }

    /** Under the lock. Lets the writer thread write what is there. */
    void wake() {
        wanted = true;
        if (parked && !held) {
            parked = false; // one signal is enough, and each costs a system call
            work.signal();
        }
    }

    /** Under the lock. Until {@link #release} only callers write: more answers are about to be appended. */
    void hold() {
        held = true;
    }

    /** Under the lock. */
    void release() {
        held = false;
        if (wanted) {
            wake();
        }
    }

    /** Under the lock. Writes what is there, then says to the peer that nothing more will come. */
    void finish() {
        finishing = true;
        held = false;
        wake();
    }

    /** Under the lock. Nothing is written any more. */
    void stop() {
        stopped = true;
        work.signalAll();
        drained.signalAll();
    }

    /** Under the lock. Whether one write has lasted longer than it may. */
    boolean isStalled(long now, long timeout) {
        return writing && now - writeSince >= timeout;
    }

    /** Under the lock. Whether the peer reads too little of what it asked for. */
    boolean isFull() {
        return control.length() > CONTROL_LIMIT;
    }

    /** Holds the reader while the peer reads nothing of what it asked for. */
    void awaitRoom() {
        lock.lock();
        try {
            while (!stopped && isFull()) {
                drained.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * On the caller's thread: writes what is there, unless another thread already does.
     *
     * @param startsAt of the caller's own request
     */
    void flush(long startsAt, boolean othersInFlight) throws IOException {
        if (othersInFlight) {
            Thread.yield(); // lets more callers append: PDUs a write are what throughput is made of
            if (writing || handed > startsAt) {
                return; // whoever writes looks again before it ends, under the lock under which we appended
            }
        }
        lock.lock();
        try {
            if (!writing && !write(ROUNDS_FOR_OTHERS)) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The life of the writer thread: writes what nobody else should. Ends when stopped. */
    void run() throws IOException {
        lock.lock();
        try {
            while (!stopped) {
                while (!stopped && (!wanted || writing || connection == null || held)) {
                    parked = true;
                    work.awaitUninterruptibly();
                    parked = false;
                }
                wanted = false;
                write(Integer.MAX_VALUE);
                if (finishing && !stopped && isEmpty() && connection != null) {
                    finishing = false;
                    finishOutput(connection);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Without the lock: over TLS it writes. */
    private void finishOutput(Connection to) {
        lock.unlock();
        try {
            to.finishOutput();
        } finally {
            lock.lock();
        }
    }

    private boolean isEmpty() {
        return requests.isEmpty() && control.isEmpty();
    }

    /** @return false if there is more to write than the rounds allowed */
    private boolean write(int rounds) throws IOException {
        Connection to = connection;
        if (to == null) {
            return true;
        }
        writing = true;
        try {
            for (int i = 0; i < rounds && !stopped && !isEmpty(); i++) {
                if (i > 0) {
                    yieldUnlocked();
                }
                writeOnce(to);
            }
        } finally {
            writing = false;
            wanted &= !isEmpty();
            if (wanted || finishing) {
                wake();
            }
        }
        return stopped || isEmpty();
    }

    /** Before a further round: what it writes is worth more when others have appended to it. */
    private void yieldUnlocked() {
        lock.unlock();
        Thread.yield();
        lock.lock();
    }

    private void writeOnce(Connection to) throws IOException {
        PduOutput batch;
        if (control.isEmpty()) {
            batch = requests;
            requests = spare;
        } else {
            batch = control;
            control = spare;
            batch.append(requests);
            requests.clear();
        }
        handed = appended;
        writeSince = nanoTime.getAsLong();
        drained.signalAll();
        lock.unlock();
        try {
            batch.writeTo(to.output());
        } finally {
            lock.lock();
            batch.clear();
            spare = batch;
        }
    }
}
