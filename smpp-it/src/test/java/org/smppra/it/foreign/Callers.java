package org.smppra.it.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.smppra.it.engine.RunningEngine;

/** Threads that submit, each message with a reference of its own, until they are closed. */
final class Callers implements AutoCloseable {
    private static final int COUNT = 8;
    private static final long PAUSE = 1_000_000;

    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final RunningEngine engine;
    private volatile boolean ended;

    Callers(RunningEngine engine) {
        this.engine = engine;
        for (int i = 0; i < COUNT; i++) {
            Thread thread = new Thread(this::submit, "caller");
            threads.add(thread);
            thread.start();
        }
    }

    private void submit() {
        while (!ended) {
            String reference = "m" + last.incrementAndGet();
            try {
                results.put(reference, engine.account().submit(RunningEngine.message(reference)));
            } catch (Exception e) {
                results.put(reference, e);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** By reference: a SubmitResult, or the exception. */
    Map<String, Object> results() {
        return results;
    }

    /** Waits until so many more have their result. */
    void awaitMore(int more) {
        int goal = results.size() + more;
        RunningEngine.await(() -> results.size() >= goal);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
