package org.smppra.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.behaviour.Disturbances;

/** What both hosts share: accounts, the message store, the reports. */
final class Smsc {
    private static final int ACKNOWLEDGEMENTS = 100_000;

    private final Accounts accounts;
    private final Outcomes outcomes;
    private final Timing timing;
    private final Limits limits;
    private final Clock clock;
    private final SimulatorListener listener;
    private final @Nullable WireListener wireListener;
    private final MessageIds messageIds;
    private final MessageStore store;
    private final Newest<Acknowledgement> acknowledgements = new Newest<>(ACKNOWLEDGEMENTS, Long.MAX_VALUE, any -> 0);
    private final AtomicLong bindAttempts = new AtomicLong();
    private final AtomicInteger references = new AtomicInteger();
    private final Changes changes = new Changes();
    private final Mailboxes mailboxes;
    private final ReportDesk reports;
    private final Disturbances disturbances;
    private final ScheduledExecutorService timer;

    Smsc(
            Accounts accounts,
            Outcomes outcomes,
            Timing timing,
            Limits limits,
            Clock clock,
            SimulatorListener listener,
            @Nullable WireListener wireListener,
            ScheduledExecutorService timer) {
        this.accounts = accounts;
        this.outcomes = outcomes;
        this.timing = timing;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
        this.wireListener = wireListener;
        this.timer = timer;
        this.messageIds = new MessageIds(clock.instant());
        this.store = new MessageStore(limits.messagesKept(), Limits.STORE_OCTETS);
        this.mailboxes = new Mailboxes(limits.reportsKept());
        this.disturbances = new Disturbances(clock, changes::signal);
        this.reports = new ReportDesk(timing.reportDelay().toNanos(), clock, timer, changes);
    }

    MessageIds messageIds() {
        return messageIds;
    }

    void later(Duration delay, Runnable change) {
        timer.schedule(
                () -> {
                    change.run();
                    changes.signal();
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Puts back reports whose answer did not come in time. */
    void expireReports() {
        Duration timeout = timing.answerTimeout();
        if (mailboxes.expire(System.nanoTime() - timeout.toNanos())) {
            changes.signal();
        }
    }

    /** What the parts of one long message have in common. */
    int nextReference() {
        return references.incrementAndGet() & 0xFFFF;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    Disturbances disturbances() {
        return disturbances;
    }

    Accounts accounts() {
        return accounts;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    Timing timing() {
        return timing;
    }

    Limits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }

    SimulatorListener listener() {
        return listener;
    }

    MessageStore store() {
        return store;
    }

    Newest<Acknowledgement> acknowledgements() {
        return acknowledgements;
    }

    AtomicLong bindAttempts() {
        return bindAttempts;
    }

    Changes changes() {
        return changes;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    ReportDesk reports() {
        return reports;
    }

    /** Null if nobody wants to know. */
    @Nullable
    WireListener wireListener() {
        return wireListener;
    }
}
