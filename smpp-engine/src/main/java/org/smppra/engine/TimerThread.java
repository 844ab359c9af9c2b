package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.smppra.gateway.Scheduler;

/** One thread for everything that happens later. A step that fails is logged and does not stop the others. */
final class TimerThread implements Scheduler {
    private static final Logger LOG = System.getLogger(TimerThread.class.getName());

    private final ScheduledThreadPoolExecutor executor;

    TimerThread(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = threads.newThread(task);
            thread.setName(thread.getName() + " timer");
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Future<?> after(long nanos, Runnable step) {
        return executor.schedule(() -> safely(step), nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> every(long nanos, Runnable step) {
        return executor.scheduleWithFixedDelay(() -> safely(step), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) { // or no timeout would ever come again
            LOG.log(Level.ERROR, "SMPP-001 a scheduled step failed; the next ones go on", e);
        }
    }

    void close() {
        executor.shutdownNow();
    }
}
