package org.smppra.gateway;

import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/** Threads and time, which only the composition root makes. */
public record GatewayRuntime(Scheduler scheduler, ThreadFactory threads, LongSupplier nanoTime, Clock clock) {}
