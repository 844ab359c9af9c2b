package org.smppra.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.pdu.DeliverSm;
import org.smppra.simulator.behaviour.Disturbances;
import org.smppra.text.LongMessages;

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
    private final Origins origins = new Origins();
    private final AcknowledgementStore acknowledgements =
            new AcknowledgementStore(ACKNOWLEDGEMENTS, Limits.ACKNOWLEDGEMENT_OCTETS, origins);
    private final AtomicLong bindAttempts = new AtomicLong();
    private final AtomicInteger references = new AtomicInteger();
    private final Changes changes = new Changes();
    private final Mailboxes mailboxes;
    private final ReportDesk reports;
    private final Disturbances disturbances;
    private final ScheduledExecutorService timer;
    private final ExecutorService couriers = CourierThreads.make();

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
        this.messageIds = new MessageIds();
        this.store = new MessageStore(limits.messagesKept(), Limits.STORE_OCTETS, origins);
        this.mailboxes = new Mailboxes(limits.reportsKept(), clock);
        this.disturbances = new Disturbances(clock, changes::signal);
        this.reports = new ReportDesk(timing.reportDelay(), clock, timer, changes);
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
    private int nextReference() {
        return references.incrementAndGet() & 0xFFFF;
    }

    /** Mobile-originated messages for an account that has a mailbox; see {@link Deliveries#parts}. */
    int originate(String systemId, Address from, Address to, String text, LongMessages how, boolean lastFirst) {
        Mailbox mailbox = mailboxes.find(systemId);
        List<DeliverSm> parts = new ArrayList<>(Deliveries.parts(from, to, text, how, nextReference()));
        if (lastFirst) {
            Collections.reverse(parts);
        }
        if (mailbox != null) {
            reports.send(mailbox, parts);
        }
        return parts.size();
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** For work that may block. */
    ExecutorService couriers() {
        return couriers;
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

    Origins origins() {
        return origins;
    }

    MessageStore store() {
        return store;
    }

    AcknowledgementStore acknowledgements() {
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
