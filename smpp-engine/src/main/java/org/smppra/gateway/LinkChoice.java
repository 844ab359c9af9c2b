package org.smppra.gateway;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayUnavailableException;
import org.smppra.link.Counters;
import org.smppra.link.HostAddress;
import org.smppra.link.Link;

/** Finds the link for a request: bound, with a free slot, at its turn, and with the least to do. */
final class LinkChoice {
    private final List<LinkKeeper> keepers;
    private final Counters<GatewayCounter> counters;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    LinkChoice(List<LinkKeeper> keepers, Counters<GatewayCounter> counters, LongSupplier nanoTime) {
        this.keepers = keepers;
        this.counters = counters;
        this.nanoTime = nanoTime;
    }

    /** The best link now; null if none has room. */
    @Nullable
    Link pick() {
        return pick(null);
    }

    /** The best link now that is not to this host; null if none has room. */
    @Nullable
    Link pick(@Nullable HostAddress avoid) {
        LinkKeeper best = null;
        int least = Integer.MAX_VALUE;
        int count = keepers.size();
        int first = count == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), count);
        for (int i = 0; i < count; i++) {
            LinkKeeper keeper = keepers.get((first + i) % count);
            Link link = keeper.link();
            if (link != null
                    && link.free() > 0
                    && link.outstanding() < least
                    && !keeper.host().equals(avoid)
                    && isDue(keeper)) {
                best = keeper;
                least = link.outstanding();
            }
        }
        if (best == null || best.pace().isLimited() && !best.pace().take(nanoTime.getAsLong())) {
            return null;
        }
        return best.link();
    }

    private boolean isDue(LinkKeeper keeper) {
        return !keeper.pace().isLimited() || keeper.pace().dueIn(nanoTime.getAsLong()) == 0;
    }

    /** Requests for which there is room now, and a turn of their link. A hint: others may take it first. */
    int room() {
        int room = 0;
        for (LinkKeeper keeper : keepers) {
            Link link = keeper.link();
            int free = link == null ? 0 : link.free();
            if (free > 0 && keeper.pace().isLimited()) {
                free = Math.min(free, keeper.pace().available(nanoTime.getAsLong()));
            }
            room += free;
        }
        return room;
    }

    /** Callers that wait for room. */
    int waiting() {
        return waiting.get();
    }

    /** Whether a host other than this one can submit now. */
    boolean isUsableWithout(HostAddress avoid) {
        return keepers.stream().anyMatch(keeper -> !keeper.host().equals(avoid) && Hosts.canSubmit(keeper));
    }

    /** Waits for a link with room. @throws GatewayUnavailableException if none is bound, or none has room in time */
    Link await(long deadline) throws GatewayUnavailableException {
        counters.count(GatewayCounter.WAITED_FOR_ROOM);
        waiting.incrementAndGet(); // before the last look: whoever frees a slot after it sees that we wait
        lock.lock();
        try {
            while (true) {
                Link link = pick();
                if (link != null) {
                    return link;
                }
                long left = deadline - nanoTime.getAsLong();
                if (!isUsable()) {
                    counters.count(GatewayCounter.FOUND_NO_ROOM);
                    throw new GatewayUnavailableException("no host is bound: " + Hosts.state(keepers), null);
                }
                if (left <= 0) {
                    counters.count(GatewayCounter.FOUND_NO_ROOM);
                    throw new GatewayUnavailableException(
                            "no slot of any window came free in time: " + Hosts.state(keepers), null);
                }
                changed.awaitNanos(Math.min(left, nextTurn()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnavailableException("interrupted while waiting for a free slot", e);
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    /** Nanoseconds until a link that only waits for its turn has it. */
    long nextTurn() {
        long next = Long.MAX_VALUE;
        long now = nanoTime.getAsLong();
        for (LinkKeeper keeper : keepers) {
            Link link = keeper.link();
            if (link != null && link.free() > 0 && keeper.pace().isLimited()) {
                next = Math.min(next, Math.max(1, keeper.pace().dueIn(now)));
            }
        }
        return next;
    }

    /** Whether to wait makes sense: a link is bound, or is just bound anew. */
    boolean isUsable() {
        return keepers.stream().anyMatch(LinkKeeper::submitsOrSoonWill);
    }

    /** Waits until the condition holds, looking at each change, or until the deadline. */
    void awaitUntil(BooleanSupplier condition, long deadline) {
        waiting.incrementAndGet();
        lock.lock();
        try {
            long left = deadline - nanoTime.getAsLong();
            while (left > 0 && !condition.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    /** A link came, went, or has a free slot again. */
    void changed() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
