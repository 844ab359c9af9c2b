package org.smppra.ra.inbound;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One thread that hands Works to the server. scheduleWork may block for many seconds on some servers, so nobody else
 * calls it; a Work that is rejected is tried again.
 */
public final class WorkScheduler implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkScheduler.class.getName());
    private static final long RETRY_MILLIS = 200;

    private final WorkManager workManager;
    private final ScheduledThreadPoolExecutor thread;

    public WorkScheduler(WorkManager workManager, String name) {
        this.workManager = workManager;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread t = new Thread(null, task, "smpp-" + name + " work scheduler", 0, false);
            t.setDaemon(true);
            t.setContextClassLoader(WorkScheduler.class.getClassLoader());
            return t;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param wanted asked before each try: whether the Work is still of use */
    void schedule(Work work, BooleanSupplier wanted) {
        later(0, () -> tryNow(work, wanted));
    }

    private void tryNow(Work work, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        try {
            workManager.scheduleWork(work);
        } catch (WorkException | RuntimeException e) {
            LOG.log(Level.DEBUG, "SMPP-211 the server took no work, trying again in {0} ms: {1}", RETRY_MILLIS, e);
            later(RETRY_MILLIS, () -> tryNow(work, wanted));
        }
    }

    /** Runs it on the thread that also schedules Works: it must not block long. */
    public void later(long millis, Runnable step) {
        try {
            thread.schedule(step, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed: whoever asked is being stopped too
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
