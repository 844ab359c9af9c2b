package org.smppra.simulator.tool.traffic;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.BindView;
import org.smppra.simulator.Simulator;

/**
 * Sends reports and mobile-originated messages at a steady rate to the accounts that can receive. It waits for an account
 * that does not acknowledge as fast: at most {@value #MOST_WAITING} wait for one.
 */
public final class Load {
    /** Unacknowledged deliveries of an account, above which it gets none. */
    static final int MOST_WAITING = 1_000;

    private static final long TICK_MILLIS = 10;

    private final Simulator simulator;
    private final ScheduledExecutorService timer;
    private final LoadContent content = new LoadContent();
    private final AtomicLong sent = new AtomicLong();
    private volatile LoadOrder order = LoadOrder.NONE;
    private @Nullable ScheduledFuture<?> ticking;
    private long beganNanos;
    private long lastNanos;
    private double reportsDue;
    private double messagesDue;
    private int turn;

    public Load(Simulator simulator, ScheduledExecutorService timer) {
        this.simulator = simulator;
        this.timer = timer;
    }

    /** What is on now. */
    public LoadOrder order() {
        return order;
    }

    /** Deliveries that were made, since the start. */
    public long sent() {
        return sent.get();
    }

    /** Instead of what was on before. */
    public synchronized void set(LoadOrder wanted) {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        order = wanted;
        if (!wanted.isNone()) {
            beganNanos = System.nanoTime();
            lastNanos = beganNanos;
            reportsDue = 0;
            messagesDue = 0;
            ticking = timer.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tick() {
        LoadOrder now = order;
        if (ticking == null) {
            return;
        }
        long nanos = System.nanoTime();
        if (now.duration() != null && nanos - beganNanos > now.duration().toNanos()) {
            set(LoadOrder.NONE);
            return;
        }
        double seconds = (nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        // What could not be sent in a second is not made up for later: that would be a burst.
        reportsDue = Math.min(reportsDue + now.reportsPerSecond() * seconds, Math.max(1, now.reportsPerSecond()));
        messagesDue = Math.min(messagesDue + now.messagesPerSecond() * seconds, Math.max(1, now.messagesPerSecond()));
        if (reportsDue < 1 && messagesDue < 1) {
            return;
        }
        List<String> accounts = accounts(now.systemId());
        while (reportsDue >= 1 && send(accounts, true)) {
            reportsDue--;
        }
        while (messagesDue >= 1 && send(accounts, false)) {
            messagesDue--;
        }
    }

    /** Those with a bind that receives. */
    private List<String> accounts(@Nullable String only) {
        return simulator.hosts().stream()
                .flatMap(host -> host.binds().stream())
                .filter(bind -> bind.bindType().receives())
                .map(BindView::systemId)
                .distinct()
                .filter(id -> only == null || only.equals(id))
                .sorted()
                .toList();
    }

    /** @return false if no account has room now */
    private boolean send(List<String> accounts, boolean report) {
        for (int i = 0; i < accounts.size(); i++) {
            String systemId = accounts.get(Math.floorMod(turn++, accounts.size()));
            if (simulator.reportsWaiting(systemId) < MOST_WAITING) {
                if (report) {
                    content.sendReport(simulator, systemId);
                } else {
                    content.sendMessage(simulator, systemId);
                }
                sent.incrementAndGet();
                return true;
            }
        }
        return false;
    }
}
