package org.smppra.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with a name, the engine's class loader, and nothing inherited from the caller; awaited at the end. */
final class EngineThreads implements ThreadFactory {
    private final String name;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    EngineThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "smpp-" + name + "-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(EngineThreads.class.getClassLoader());
        made.removeIf(each -> each.getState() == Thread.State.TERMINATED);
        made.add(thread);
        return thread;
    }

    /** Whether the caller runs on one of them. */
    boolean isOwn() {
        return made.contains(Thread.currentThread());
    }

    /** Those that were made and have not ended. */
    int count() {
        made.removeIf(each -> each.getState() == Thread.State.TERMINATED);
        return made.size();
    }

    /** Waits for its end, also if the caller is interrupted. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all others have ended, or the time is over. */
    void awaitEnd(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (Thread thread : made) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left > 0 && !thread.equals(Thread.currentThread())) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
