package org.smppra.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.ReceivedMessage;

/**
 * The sinks of an account, which compete for what it received; none gets anything while an operator pauses it. Each holds
 * a bounded number at one time, so that one that hangs takes no room of the others.
 */
final class Sinks {
    /** The listeners of an application begin one after the other: only then it is known what none of them takes. */
    static final long SETTLING = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private final Consumer<Share> onRoom;
    private final List<Share> shares = new ArrayList<>();
    private long changedAt;
    private boolean paused;
    private int turn;
    private int held;

    /** What one sink holds. */
    final class Share {
        private final DeliverySink sink;
        private int held;
        /** Whether something that it takes waits for it to have room. */
        private boolean missed;

        private Share(DeliverySink sink) {
            this.sink = sink;
        }

        /** @param delivery that was given out for it */
        void offer(Delivery delivery) {
            sink.offer(delivery);
        }

        boolean takes(Delivered value) {
            return sink.takes(value);
        }

        boolean isOf(Set<?> takers) {
            return takers.contains(sink);
        }

        /** How many more it may hold. */
        int room() {
            synchronized (Sinks.this) {
                return held > 0 && sink.isStuck() ? 0 : Math.max(0, sink.most() - held);
            }
        }

        /** Something that it takes still waits for it to have room. */
        void miss() {
            synchronized (Sinks.this) {
                missed = true;
            }
        }

        /** One less. Called without a lock. */
        void leave() {
            boolean tells;
            synchronized (Sinks.this) {
                held--;
                Sinks.this.held--;
                // At half of it, not at each one: to look for what waits costs something.
                tells = missed && room() >= sink.most() / 2;
                missed &= !tells;
            }
            if (tells) {
                onRoom.accept(this);
            }
        }
    }

    /** @param onRoom told of one that has room again for something that it was too full for; not in a lock */
    Sinks(LongSupplier nanoTime, Consumer<Share> onRoom) {
        this.nanoTime = nanoTime;
        this.onRoom = onRoom;
    }

    synchronized void add(DeliverySink sink) {
        shares.add(new Share(sink));
        changedAt = nanoTime.getAsLong();
    }

    synchronized void remove(DeliverySink sink) {
        shares.removeIf(share -> share.sink.equals(sink));
        changedAt = nanoTime.getAsLong();
    }

    synchronized void pause(boolean pauses) {
        paused = pauses;
    }

    synchronized boolean isEmpty() {
        return shares.isEmpty();
    }

    /** Whether any could get anything now. */
    synchronized boolean isOpen() {
        return !paused && !shares.isEmpty();
    }

    /** Whether they have been the same for so long that it is known what none of them takes. */
    synchronized boolean areSettled() {
        return isOpen() && nanoTime.getAsLong() - changedAt >= SETTLING;
    }

    /** How many all of them hold. */
    synchronized int held() {
        return held;
    }

    /** The most that one of them has room for; if none has any, all count as too full for something. */
    synchronized int room() {
        int room = paused ? 0 : shares.stream().mapToInt(Share::room).max().orElse(0);
        if (room == 0) {
            shares.forEach(share -> share.missed = true);
        }
        return room;
    }

    /**
     * Of those that take it the closest, of equals the one that holds the least, then the one whose turn it is. It holds
     * one more from now on, until {@link Share#leave}.
     *
     * @return null: none does now
     */
    synchronized @Nullable Share next(Delivered value) {
        List<Share> closest = paused ? List.of() : closest(value);
        Share next = null;
        for (Share share : closest) {
            share.missed |= share.room() == 0;
            if (share.room() > 0 && (next == null || share.held < next.held)) {
                next = share;
            }
        }
        if (next != null) {
            next.held++;
            held++;
            turn = shares.indexOf(next) + 1;
        }
        return next;
    }

    /** In turn. */
    private List<Share> closest(Delivered value) {
        List<Share> closest = new ArrayList<>(1);
        int most = 0;
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(Math.floorMod(turn + i, shares.size()));
            if (share.sink.takes(value)) {
                int closeness = share.sink.closeness(value);
                if (closeness > most || closest.isEmpty()) {
                    closest.clear();
                    most = closeness;
                }
                if (closeness == most) {
                    closest.add(share);
                }
            }
        }
        return closest;
    }

    /** All that would get it if they had room. */
    synchronized Set<DeliverySink> takersOf(Delivered value) {
        return closest(value).stream().map(share -> share.sink).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether listeners are there, and none of them will ever take it. A receipt waits for one, whatever comes. */
    synchronized boolean isUntaken(Delivered value) {
        return value instanceof ReceivedMessage
                && areSettled()
                && closest(value).isEmpty();
    }

    /** To be called about once a second: who is stuck gives back what it did not begin, who is no more is told of. */
    void tick(long now) {
        List<DeliverySink> all;
        synchronized (this) {
            all = shares.stream().map(share -> share.sink).toList();
        }
        all.forEach(sink -> sink.tick(now));
        List<Share> free = new ArrayList<>();
        synchronized (this) {
            for (Share share : shares) {
                if (share.missed && share.room() > 0) {
                    share.missed = false;
                    free.add(share);
                }
            }
        }
        free.forEach(onRoom);
    }
}
