package org.smppra.dispatch;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Calls with a fate, from the threads of all links to the dispatcher's; linked through themselves, without a lock. */
final class DoneCalls {
    private final AtomicReference<@Nullable PartCall> newest = new AtomicReference<>();

    void add(PartCall call) {
        PartCall before;
        do {
            before = newest.get();
            call.setBefore(before);
        } while (!newest.compareAndSet(before, call));
    }

    /** The oldest of all that are there, linked to those after it; they are forgotten here. */
    @Nullable
    PartCall takeAll() {
        PartCall next = newest.get() == null ? null : newest.getAndSet(null);
        PartCall first = null;
        while (next != null) {
            PartCall before = next.before();
            next.setBefore(first);
            first = next;
            next = before;
        }
        return first;
    }
}
