package org.smppra.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.pdu.DeliverSm;

/** Turns accepted messages into reports when their time has come. */
final class ReportDesk {
    private record Due(Mailbox mailbox, List<ReportOrder> orders, long atNanos, long number)
            implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atNanos - other.atNanos, 0);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private final Duration delay;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Changes changes;
    private final ReportText text = new ReportText();
    private final AtomicLong age = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Due> row = new PriorityQueue<>();
    private long lastNumber;

    ReportDesk(Duration delay, Clock clock, ScheduledExecutorService timer, Changes changes) {
        this.delay = delay;
        this.clock = clock;
        this.timer = timer;
        this.changes = changes;
    }

    /** Reports that the mailbox expects already. */
    void order(Mailbox mailbox, List<ReportOrder> orders) {
        if (!anyHasDelay(orders)) {
            order(mailbox, List.copyOf(orders), delay);
            return;
        }
        Map<Duration, List<ReportOrder>> byDelay = new LinkedHashMap<>();
        for (ReportOrder order : orders) {
            byDelay.computeIfAbsent(order.delay().orElse(delay), any -> new ArrayList<>())
                    .add(order);
        }
        byDelay.forEach((each, those) -> order(mailbox, those, each));
    }

    private static boolean anyHasDelay(List<ReportOrder> orders) {
        for (ReportOrder order : orders) {
            if (order.delay().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void order(Mailbox mailbox, List<ReportOrder> orders, Duration after) {
        if (orders.isEmpty()) {
            return;
        }
        if (after.isZero()) {
            deliver(mailbox, orders);
            return;
        }
        lock.lock();
        try {
            Due first = row.peek();
            lastNumber++;
            Due due = new Due(mailbox, orders, System.nanoTime() + after.toNanos(), lastNumber);
            row.add(due);
            if (first == null || due.compareTo(first) < 0) {
                timer.schedule(this::deliverDue, after.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Any deliver_sm, at once. */
    void send(Mailbox mailbox, String key, DeliverSm body) {
        mailbox.expect(1);
        mailbox.arrive(List.of(new Report(age.getAndIncrement(), key, body, clock.millis())));
        changes.signal();
    }

    /** The parts of a mobile-originated message, each on the next bind. */
    void send(Mailbox mailbox, List<DeliverSm> parts) {
        long now = clock.millis();
        mailbox.expect(parts.size());
        mailbox.arrive(parts.stream()
                .map(part -> new Report(age.getAndIncrement(), part.userData().toLatin1(), part, now))
                .toList());
        changes.signal();
    }

    private void deliverDue() {
        for (Due due : takeDue()) {
            deliver(due.mailbox, due.orders);
        }
    }

    private List<Due> takeDue() {
        List<Due> taken = new ArrayList<>();
        long now = System.nanoTime();
        lock.lock();
        try {
            Due first = row.peek();
            while (first != null && first.atNanos - now <= 0) {
                taken.add(row.remove());
                first = row.peek();
            }
            if (first != null) {
                timer.schedule(this::deliverDue, first.atNanos - now, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    /** Reports that the mailbox expects already, at once. */
    void deliver(Mailbox mailbox, List<ReportOrder> orders) {
        Instant doneAt = clock.instant();
        List<Report> reports = new ArrayList<>(orders.size());
        for (ReportOrder order : orders) {
            for (MessageOutcome said : order.outcomes()) {
                reports.add(new Report(
                        age.getAndIncrement(), order, order.toDeliverSm(text.of(order, said, doneAt)), doneAt));
            }
        }
        mailbox.arrive(reports);
        changes.signal();
    }
}
