package org.smppra.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.ReceivedMessage;

/** The sinks of an account, which compete for what it received; none gets anything while an operator pauses it. */
final class Sinks {
    /** The listeners of an application begin one after the other: only then it is known what none of them takes. */
    static final long SETTLING = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private final List<DeliverySink> sinks = new ArrayList<>();
    private long changedAt;
    private boolean paused;
    private int turn;

    Sinks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(DeliverySink sink) {
        sinks.add(sink);
        changedAt = nanoTime.getAsLong();
    }

    synchronized void remove(DeliverySink sink) {
        sinks.remove(sink);
        changedAt = nanoTime.getAsLong();
    }

    synchronized void pause(boolean pauses) {
        paused = pauses;
    }

    synchronized boolean isEmpty() {
        return sinks.isEmpty();
    }

    /** Whether any could get anything now. */
    synchronized boolean isOpen() {
        return !paused && !sinks.isEmpty();
    }

    /** Of those that take it the closest, of equals the one whose turn it is; null: none does now. */
    synchronized @Nullable DeliverySink next(Delivered value) {
        int count = paused ? 0 : sinks.size();
        int from = turn;
        DeliverySink closest = null;
        for (int i = 0; i < count; i++) {
            DeliverySink sink = sinks.get(Math.floorMod(from + i, count));
            if (sink.takes(value) && (closest == null || sink.closeness(value) > closest.closeness(value))) {
                turn = from + i + 1;
                closest = sink;
            }
        }
        return closest;
    }

    /** Whether listeners are there, and none of them will ever take it. A receipt waits for one, whatever comes. */
    synchronized boolean isUntaken(Delivered value) {
        return value instanceof ReceivedMessage
                && isOpen()
                && nanoTime.getAsLong() - changedAt >= SETTLING
                && sinks.stream().noneMatch(sink -> sink.takes(value));
    }
}
