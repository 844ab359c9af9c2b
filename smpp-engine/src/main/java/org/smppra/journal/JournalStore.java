package org.smppra.journal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The journal on disk: a log of segments, an index in memory of where each live entry stands, and one writer thread. */
public final class JournalStore implements Journal {
    private static final Logger LOG = System.getLogger(JournalStore.class.getName());

    private final Log log;
    private final Closeable lock;
    private final OpeningReport report;
    private final AtomicLong lastKey;
    private final Status status = new Status();
    private final PendingQueue queue;
    private final EntryReader reader;
    private final Writer writer;
    private final ReentrantLock releasing = new ReentrantLock();
    private boolean released;

    private JournalStore(Opened opened, Closeable lock) {
        log = opened.log();
        this.lock = lock;
        report = opened.report();
        lastKey = new AtomicLong(opened.lastKey());
        queue = new PendingQueue(log.settings().maxPendingOctets());
        reader = new EntryReader(log);
        Head head = opened.head();
        Cleaner cleaner = new Cleaner(log, head, opened.uncertainBefore());
        Dropping dropping = new Dropping(log, head, cleaner);
        Room room = new Room(log, head, cleaner, dropping, status);
        Upkeep upkeep = new Upkeep(log, head, cleaner, room, dropping, opened.cleanUpTo());
        writer = new Writer(log, head, room, upkeep, queue, status);
    }

    /**
     * Opens the journal of a directory, or makes a new one. Damage never makes it fail: see the {@link OpeningReport}.
     *
     * @param visitor sees every live entry before this returns; what it throws ends the opening
     * @throws JournalException if the directory cannot be used, is locked by another user, or was last written by a
     *     newer version
     */
    public static JournalStore open(
            JournalSettings settings, JournalFiles files, JournalRuntime runtime, JournalVisitor visitor)
            throws JournalException {
        Closeable lock;
        try {
            lock = files.lock();
        } catch (JournalLockedException e) {
            throw new JournalException("SMPP-JOURNAL-LOCKED", String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw unusable(files, e);
        }
        @Nullable JournalStore journal = null;
        try {
            Opened opened = new Opening(settings, files, runtime).open(visitor);
            journal = new JournalStore(opened, lock);
            opened.head().begin();
            Thread thread = runtime.threads().newThread(journal::write);
            journal.queue.writer(thread);
            thread.start();
            return journal;
        } catch (IOException e) {
            abandon(journal, lock, e);
            throw unusable(files, e);
        } catch (JournalException | RuntimeException | Error e) {
            abandon(journal, lock, e);
            throw e;
        }
    }

    private static JournalException unusable(JournalFiles files, IOException e) {
        return new JournalException(
                "SMPP-JOURNAL-DIRECTORY",
                "The directory " + files.directory() + " cannot be used for a journal (" + e
                        + "); it must be there, or can be made, with room and rights to write",
                e);
    }

    private static void abandon(@Nullable JournalStore journal, Closeable lock, Throwable e) {
        try {
            if (journal != null) {
                journal.closeFiles();
            }
            lock.close();
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
    }

    private void write() {
        writer.run();
        if (writer.closing()) {
            release();
        }
    }

    @Override
    public long newKey() {
        return lastKey.incrementAndGet();
    }

    @Override
    public void force(JournalBatch batch) throws JournalException {
        if (queue.onWriterThread()) {
            throw new IllegalStateException("A callback of the journal must not wait for it");
        }
        Pending pending = Pending.awaited(batch);
        queue.add(pending);
        pending.await();
    }

    @Override
    public void force(JournalBatch batch, JournalCallback whenForced) {
        try {
            queue.add(Pending.told(batch, whenForced));
        } catch (JournalException e) {
            whenForced.done(e);
        }
    }

    @Override
    public void append(JournalBatch batch) throws JournalException {
        queue.add(Pending.lazy(batch));
    }

    @Override
    public byte[] read(long key) throws JournalException {
        status.check();
        return reader.read(key);
    }

    @Override
    public int size() {
        return log.index().size();
    }

    @Override
    public long liveOctets() {
        return log.index().octets();
    }

    @Override
    public long diskOctets() {
        return log.diskOctets();
    }

    @Override
    public JournalState state() {
        return status.state();
    }

    @Override
    public String reason() {
        return status.reason();
    }

    @Override
    public JournalFigures figures() {
        return log.counts().figures(log.segments().count());
    }

    @Override
    public OpeningReport openingReport() {
        return report;
    }

    @Override
    public void close() {
        writer.close();
        if (!queue.onWriterThread()) {
            writer.awaitEnd();
            release();
        }
    }

    /** Whoever comes second returns when the first has done it. */
    private void release() {
        releasing.lock();
        try {
            if (!released) {
                released = true;
                status.closed();
                try (lock) {
                    closeFiles();
                }
            }
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-329 Closing the journal in " + log.files().directory() + " failed",
                    e);
        } finally {
            releasing.unlock();
        }
    }

    private void closeFiles() throws IOException {
        try {
            log.segments().close();
        } finally {
            log.spares().close();
        }
    }
}
