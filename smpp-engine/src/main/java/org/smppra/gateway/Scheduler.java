package org.smppra.gateway;

import java.util.concurrent.Future;

/** Runs a step later, or again and again, on a thread that no step may block. */
public interface Scheduler {
    Future<?> after(long nanos, Runnable step);

    Future<?> every(long nanos, Runnable step);
}
