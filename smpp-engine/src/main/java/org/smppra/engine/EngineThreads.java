package org.smppra.engine;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with a name, the engine's class loader, and nothing inherited from the caller. */
final class EngineThreads implements ThreadFactory {
    private final String name;
    private final AtomicInteger count = new AtomicInteger();

    EngineThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "smpp-" + name + "-" + count.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(EngineThreads.class.getClassLoader());
        return thread;
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
}
