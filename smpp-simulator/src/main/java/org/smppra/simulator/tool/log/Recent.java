package org.smppra.simulator.tool.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest entries, for somebody who looks now and then. Adding never waits: each message of the simulator passes here.
 *
 * @param <T> what is kept, without null
 */
public final class Recent<T> {
    private final AtomicReferenceArray<T> ring;
    private final AtomicLong added = new AtomicLong();

    public Recent(int most) {
        this.ring = new AtomicReferenceArray<>(most);
    }

    public void add(T entry) {
        ring.set((int) (added.getAndIncrement() % ring.length()), entry);
    }

    /** At most this many, the newest first. */
    public List<T> newest(int most) {
        long end = added.get();
        List<T> list = new ArrayList<>();
        for (long i = end - 1; i >= Math.max(0, end - ring.length()) && list.size() < most; i--) {
            T entry = ring.get((int) (i % ring.length()));
            if (entry != null) {
                list.add(entry);
            }
        }
        return list;
    }
}
