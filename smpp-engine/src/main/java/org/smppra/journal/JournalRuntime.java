package org.smppra.journal;

import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/** Threads and time, which only the composition root makes. A journal takes one thread, which ends when it is closed. */
public record JournalRuntime(ThreadFactory threads, LongSupplier nanoTime, Clock clock) {}
