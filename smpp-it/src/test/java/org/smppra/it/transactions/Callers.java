package org.smppra.it.transactions;

import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.smppra.UnansweredPolicy;
import org.smppra.it.wildfly.Waiting;

/**
 * Threads that ship a row and a message all the time, each with a reference of its own, which begins with what is to be
 * done when the message is written and not answered.
 */
final class Callers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE = 2_000_000;

    private final Application application;
    private final List<UnansweredPolicy> policies;
    private final List<Thread> threads = new ArrayList<>();
    private final Collection<String> committed = new ConcurrentLinkedQueue<>();
    private final Map<String, Object> failed = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean stopped;

    Callers(Application application, int count, UnansweredPolicy... policies) {
        this.application = application;
        this.policies = List.of(policies);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::run, "caller-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        while (!stopped) {
            int number = next.incrementAndGet();
            UnansweredPolicy policy = policies.get(number % policies.size());
            String reference = policy + "-" + number;
            try {
                Done done = application.run(required(
                        row(reference),
                        submit(
                                "outbox",
                                Message.text(reference)
                                        .add("unanswered", policy.name())
                                        .build())));
                if (done.isFine()) {
                    committed.add(reference);
                } else {
                    failed.put(reference, done.thrown());
                }
            } catch (IOException e) {
                failed.put(reference, e);
            } catch (InterruptedException e) {
                return;
            }
            answered.incrementAndGet();
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The references whose transaction was answered as committed. */
    Collection<String> committed() {
        return committed;
    }

    /** What went wrong, by reference. */
    Map<String, Object> failed() {
        return failed;
    }

    /** Waits until this many more have committed. */
    void awaitMore(int more) throws Exception {
        int goal = committed.size() + more;
        Waiting.until(goal + " transactions are committed", PATIENCE, () -> committed.size() >= goal);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
