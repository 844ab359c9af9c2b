package org.smppra.benchmark.client;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.smppra.gateway.Scheduler;

/** The gateway's scheduler on one thread. */
record Timer(ScheduledExecutorService executor) implements Scheduler {
    @Override
    public Future<?> after(long nanos, Runnable step) {
        return executor.schedule(step, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> every(long nanos, Runnable step) {
        return executor.scheduleWithFixedDelay(step, nanos, nanos, TimeUnit.NANOSECONDS);
    }
}
