package org.smppra.it.wildfly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that send all the time, each message with a reference of its own, and keep what became of each. */
final class Callers implements AutoCloseable {
    private static final long PAUSE = 2_000_000;

    private final SampleClient sample;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;

    Callers(SampleClient sample, int count) {
        this.sample = sample;
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "caller-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        while (!stopped) {
            String reference = "m" + next.incrementAndGet();
            try {
                results.put(reference, sample.post("4512345678", "Shop", "hello", reference));
            } catch (Exception e) {
                results.put(reference, e);
            }
            LockSupport.parkNanos(PAUSE); // so that a long run fits into the simulator's store
        }
    }

    /** What became of the messages so far: a {@link SampleClient.Reply}, or an exception, by reference. */
    Map<String, Object> results() {
        return results;
    }

    int answered() {
        return results.size();
    }

    /** Waits until this many more have been answered. */
    void awaitMore(int more) throws Exception {
        int goal = answered() + more;
        Waiting.until(goal + " messages are answered", java.time.Duration.ofSeconds(60), () -> answered() >= goal);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
