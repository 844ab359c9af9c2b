package org.smppra.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.smppra.OutboxFullException;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.journal.Journal;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalFullException;
import org.smppra.journal.JournalState;

/** The journal, with failures as users of an outbox are to see them. */
final class Book implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Book.class.getName());

    /** A batch on its way to the disk. */
    static final class Forced {
        private final CountDownLatch done = new CountDownLatch(1);
        private final AtomicReference<JournalException> failure = new AtomicReference<>();

        private void done(@Nullable JournalException why) {
            failure.set(why);
            done.countDown();
        }

        /** Not interruptible: whether it is stored must be known. */
        void await() throws SmppException {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            JournalException why = failure.get();
            if (why != null) {
                throw failed(why, Sent.NOTHING);
            }
        }
    }

    private final Journal journal;
    private final AtomicLong readable = new AtomicLong();
    private long appended;
    private final AtomicBoolean said = new AtomicBoolean();

    Book(Journal journal) {
        this.journal = journal;
    }

    long newKey() {
        return journal.newKey();
    }

    /** Whether nothing can be stored or read any more. */
    boolean hasFailed() {
        JournalState state = journal.state();
        return state == JournalState.FAILED || state == JournalState.CLOSED;
    }

    /**
     * Returns when it is on disk. Of an empty batch at once.
     *
     * @throws SmppException if it is not, or if nobody knows: then {@code sent()} is MAYBE, for a later start may find it
     */
    void force(JournalBatch batch) throws SmppException {
        if (batch.size() == 0) {
            return;
        }
        boolean before = hasFailed();
        try {
            journal.force(batch);
        } catch (JournalException e) {
            throw failed(e, before ? Sent.NOTHING : Sent.MAYBE);
        }
    }

    /** The same, in its place among the others now; the caller awaits it when it holds no lock. */
    Forced begin(JournalBatch batch) {
        Forced forced = new Forced();
        if (batch.size() == 0) {
            forced.done(null);
        } else {
            journal.force(batch, forced::done);
        }
        return forced;
    }

    /** On disk some time later. A failure is logged, once. */
    void append(JournalBatch batch) {
        if (batch.size() == 0) {
            return;
        }
        try {
            journal.append(batch);
        } catch (JournalException e) {
            if (said.compareAndSet(false, true)) {
                LOG.log(
                        Level.ERROR,
                        "SMPP-311 the outbox can store nothing any more and stops sending; what was settled since may be"
                                + " sent again after a restart, unless its policy is HOLD: {0}",
                        String.valueOf(e.getMessage()));
            }
        }
    }

    /** The same, in a turn; its new record can be read only some time later. */
    void replace(Entry entry, byte[] body, JournalBatch batch) {
        appended++;
        entry.replacedBy(appended);
        append(batch.put(entry.key(), body));
    }

    /** How many replaced a record so far; in a turn. */
    long appended() {
        return appended;
    }

    /** From now on the first so many of them can be read. */
    void catchUp(long upTo) throws JournalException {
        journal.force(JournalBatch.of());
        readable.accumulateAndGet(upTo, Math::max);
    }

    boolean isReadable(long replacement) {
        return replacement <= readable.get();
    }

    byte[] read(long key) throws JournalException {
        return journal.read(key);
    }

    private static SmppException failed(JournalException e, Sent sent) {
        if (e instanceof JournalFullException) {
            return new OutboxFullException("outboxDirectory: " + e.getMessage());
        }
        return new SmppException(
                "SMPP-OUTBOX-FAILED",
                "nothing can be stored in outboxDirectory until the adapter is started again: " + e.getMessage(),
                sent,
                false,
                e);
    }

    @Override
    public void close() {
        journal.close();
    }
}
