package org.smppra.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What both hosts have in common. */
final class Gateway {
    private static final int ACKNOWLEDGEMENTS = 100_000;

    private final Map<String, String> accounts;
    private final List<Outcome> outcomes;
    private final long reportDelayMillis;
    private final ScheduledExecutorService timer;
    private final MessageStore store;
    private final TrafficLog log;
    private final Changes changes = new Changes();
    private final Reports reports;
    private final AtomicLong bindAttempts = new AtomicLong();
    private final AtomicInteger threads = new AtomicInteger();
    private final ConcurrentLinkedDeque<Acknowledgement> acknowledgements = new ConcurrentLinkedDeque<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    Gateway(
            Map<String, String> accounts,
            List<Outcome> outcomes,
            long reportDelayMillis,
            int storeLimit,
            ScheduledExecutorService timer,
            TrafficLog log) {
        this.accounts = accounts;
        this.outcomes = outcomes;
        this.reportDelayMillis = reportDelayMillis;
        this.timer = timer;
        this.store = new MessageStore(storeLimit);
        this.log = log;
        this.reports = new Reports(timer, changes);
    }

    /** Without accounts everybody may bind. */
    Map<String, String> accounts() {
        return accounts;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    long reportDelayMillis() {
        return reportDelayMillis;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    MessageStore store() {
        return store;
    }

    Reports reports() {
        return reports;
    }

    TrafficLog log() {
        return log;
    }

    Changes changes() {
        return changes;
    }

    AtomicLong bindAttempts() {
        return bindAttempts;
    }

    void acknowledged(Acknowledgement acknowledgement) {
        acknowledgements.add(acknowledgement);
        if (acknowledged.incrementAndGet() > ACKNOWLEDGEMENTS) {
            acknowledgements.poll();
        }
        changes.happened();
    }

    List<Acknowledgement> acknowledgements() {
        return List.copyOf(acknowledgements);
    }

    Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, "sim-" + name + "-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
