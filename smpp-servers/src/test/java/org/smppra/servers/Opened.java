package org.smppra.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened so far, and is closed in the opposite order unless somebody else takes it over. */
final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T opened) {
        all.push(opened);
        return opened;
    }

    /** Of another owner; this one has nothing to close any more. */
    Opened handOver() {
        Opened taken = new Opened();
        taken.all.addAll(all);
        all.clear();
        return taken;
    }

    /** All, also after one of them failed to. */
    @Override
    public void close() throws Exception {
        AutoCloseable next = all.poll();
        if (next != null) {
            try (this) {
                next.close();
            }
        }
    }
}
