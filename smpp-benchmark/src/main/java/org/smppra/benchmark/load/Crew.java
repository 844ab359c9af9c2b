package org.smppra.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of one cell. */
final class Crew {
    private static final long PATIENCE = 15_000_000_000L;

    private final List<FutureTask<Boolean>> tasks = new ArrayList<>();

    Crew(List<Work> works, ThreadFactory threads) {
        for (Work work : works) {
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                work.run();
                return true;
            });
            tasks.add(task);
            threads.newThread(task).start();
        }
    }

    /** Waits until all have ended, and throws what one of them threw. */
    void join() throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        for (FutureTask<Boolean> task : tasks) {
            try {
                task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    static ThreadFactory platform() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** By reflection: the benchmark is compiled for 17, where there are none. */
    static ThreadFactory virtual() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
