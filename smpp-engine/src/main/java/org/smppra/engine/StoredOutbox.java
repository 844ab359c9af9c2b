package org.smppra.engine;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.outbox.JournalOutbox;
import org.smppra.outbox.OutboxSettings;

/** An outbox in a directory, and the thread that does what time alone does to it; it may wait for the disk. */
final class StoredOutbox implements Runnable {
    private static final Logger LOG = System.getLogger(StoredOutbox.class.getName());
    private static final long SECOND = 1_000_000_000;

    private final JournalOutbox outbox;
    private final Thread thread;
    private volatile boolean closed;

    private StoredOutbox(JournalOutbox outbox, GatewayRuntime runtime) {
        this.outbox = outbox;
        this.thread = runtime.threads().newThread(this);
        thread.setName(thread.getName() + " outbox");
        outbox.whenClosed(this::end);
    }

    static JournalOutbox open(OutboxSettings settings, GatewayRuntime runtime) throws JournalException, IOException {
        DirectoryFiles files = DirectoryFiles.of(settings.directory());
        JournalRuntime time = new JournalRuntime(runtime.threads(), runtime.nanoTime(), runtime.clock());
        JournalSettings journal = JournalSettings.defaults().withEraseWithin(settings.eraseWithin());
        JournalOutbox outbox = JournalOutbox.open(
                settings, runtime.clock(), visitor -> JournalStore.open(journal, files, time, visitor));
        new StoredOutbox(outbox, runtime).thread.start();
        return outbox;
    }

    private void end() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closed) {
            LockSupport.parkNanos(this, SECOND);
            try {
                outbox.tick();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "SMPP-316 the outbox could not look after what is old; it tries again", e);
            }
        }
    }
}
