package org.smppra.ra.inbound;

import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread that hands Works to the server. scheduleWork may block for many seconds on some servers, so nobody else
 * calls it; a Work that is rejected is tried again.
 */
public final class WorkScheduler implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkScheduler.class.getName());
    private static final long RETRY_MILLIS = 200;
    private static final long END_MILLIS = 1_000;

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
    void schedule(DeliveryWork work, BooleanSupplier wanted) {
        later(0, () -> tryNow(work, wanted));
    }

    private void tryNow(DeliveryWork work, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        Try once = new Try(work, wanted);
        try {
            workManager.scheduleWork(work, WorkManager.INDEFINITE, null, once);
        } catch (Throwable e) { // an Error too, such as no room for another thread: it may have one later
            once.failed(e);
        }
    }

    /** One try. A server may refuse at once, or take the Work and never run it, or say the same in both ways. */
    private final class Try extends WorkAdapter {
        private final DeliveryWork work;
        private final BooleanSupplier wanted;
        private final AtomicBoolean over = new AtomicBoolean();

        Try(DeliveryWork work, BooleanSupplier wanted) {
            this.work = work;
            this.wanted = wanted;
        }

        @Override
        public void workRejected(WorkEvent event) {
            failed(event.getException());
        }

        @Override
        public void workCompleted(WorkEvent event) {
            if (event.getException() != null) {
                failed(event.getException());
            }
        }

        void failed(@Nullable Throwable why) {
            if (!work.hasBegun() && over.compareAndSet(false, true)) {
                LOG.log(
                        Level.DEBUG,
                        "SMPP-211 account {0}: the server took no work, trying again in {1} ms: {2}",
                        work.account(),
                        RETRY_MILLIS,
                        why);
                later(RETRY_MILLIS, () -> tryNow(work, wanted));
            }
        }
    }

    /** Runs it on the thread that also schedules Works: it must not block long. */
    public void later(long millis, Runnable step) {
        try {
            thread.schedule(() -> safely(step), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed: whoever asked is being stopped too
        }
    }

    /** Nobody else would say that it failed. */
    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "SMPP-001 a scheduled step failed; the others go on", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
