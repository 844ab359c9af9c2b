package org.smppra.gateway;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.link.Call;
import org.smppra.link.Flush;
import org.smppra.link.HostAddress;
import org.smppra.link.Link;

/**
 * The gateway for who never waits in it: asks how much room there is, offers as much, and is told when there may be
 * more. One user.
 */
public final class Outlet {
    private final List<LinkKeeper> keepers;
    private final LinkChoice choice;
    private final SubmitRate rate;
    private final LongSupplier nanoTime;
    private volatile Runnable whenChanged = () -> {};
    private boolean giveWay;

    Outlet(List<LinkKeeper> keepers, LinkChoice choice, SubmitRate rate, LongSupplier nanoTime) {
        this.keepers = keepers;
        this.choice = choice;
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    /** @param told that a link came or went, or has room again: must not block */
    public void onChange(Runnable told) {
        whenChanged = told;
    }

    void changed() {
        whenChanged.run();
    }

    /**
     * Requests that {@link #offer} should be given now: free slots, at the pace of each link, at the account's rate. Half
     * of them are left to callers that wait for a slot, if there are so many, and of a single one every other.
     */
    public int room() {
        int room = choice.room();
        if (room == 0) {
            return 0;
        }
        room = Math.min(room, rate.available(nanoTime.getAsLong()));
        int callers = choice.waiting();
        if (callers == 0 || room == 0) {
            return room;
        }
        giveWay = !giveWay;
        return room == 1 ? giveWay ? 0 : 1 : room - Math.min(callers, room / 2);
    }

    /** Nanoseconds until there is room by the passing of time alone; {@link Long#MAX_VALUE}: only a change makes room. */
    public long roomIn() {
        long next = choice.room() > 0 ? 0 : choice.nextTurn();
        return Math.max(next, rate.dueIn(nanoTime.getAsLong()));
    }

    /**
     * Takes a request, to be written at the next {@link #flush}.
     *
     * @param avoid not to this host, if another one is bound
     * @return the host that will get it; null: there is no room
     */
    public @Nullable HostAddress offer(Call call, @Nullable HostAddress avoid) {
        HostAddress other = avoid != null && choice.isUsableWithout(avoid) ? avoid : null;
        while (true) {
            Link link = choice.pick(other);
            if (link == null || rate.take(nanoTime.getAsLong()) > 0) {
                return null;
            }
            if (link.submit(call, Flush.LATER)) {
                return link.host();
            }
        }
    }

    /** Lets what was taken be written, by other threads. */
    public void flush() {
        for (LinkKeeper keeper : keepers) {
            Link link = keeper.link();
            if (link != null) {
                link.flushSoon();
            }
        }
    }
}
