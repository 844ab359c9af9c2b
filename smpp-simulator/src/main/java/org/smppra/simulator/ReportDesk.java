package org.smppra.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.smppra.pdu.DeliverSm;

/** Turns accepted messages into reports when their time has come. One delay for all, so one row is enough. */
final class ReportDesk {
    private record Due(Mailbox mailbox, List<ReportOrder> orders, long atNanos) {}

    private final long delayNanos;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Changes changes;
    private final AtomicLong age = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Due> row = new ArrayDeque<>();

    ReportDesk(long delayNanos, Clock clock, ScheduledExecutorService timer, Changes changes) {
        this.delayNanos = delayNanos;
        this.clock = clock;
        this.timer = timer;
        this.changes = changes;
    }

    /** Reports that the mailbox expects already. */
    void order(Mailbox mailbox, List<ReportOrder> orders) {
        if (delayNanos == 0) {
            deliver(mailbox, orders);
            return;
        }
        Due due = new Due(mailbox, List.copyOf(orders), System.nanoTime() + delayNanos);
        lock.lock();
        try {
            row.add(due);
            if (row.size() == 1) {
                timer.schedule(this::deliverDue, delayNanos, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Any deliver_sm, at once. */
    void send(Mailbox mailbox, String key, DeliverSm body) {
        mailbox.expect();
        mailbox.arrive(List.of(new Report(age.getAndIncrement(), key, body)));
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

    private void deliver(Mailbox mailbox, List<ReportOrder> orders) {
        Instant doneAt = clock.instant();
        List<Report> reports = new ArrayList<>(orders.size());
        for (ReportOrder order : orders) {
            reports.add(new Report(age.getAndIncrement(), order.messageId(), order.toDeliverSm(doneAt)));
        }
        mailbox.arrive(reports);
        changes.signal();
    }
}
