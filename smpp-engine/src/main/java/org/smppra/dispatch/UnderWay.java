package org.smppra.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Submits without a fate, so that who misses an id can wait until those that are under way now are not any more, and
 * waits for none that begins later. They end in any order.
 */
final class UnderWay {
    /** Submits that began between two who waited. */
    static final class Generation {
        private int open;
        private final List<Runnable> waiting = new ArrayList<>(1);
    }

    /** Those that somebody waits for, the oldest first; no submit begins in one of them. */
    private final Deque<Generation> awaited = new ArrayDeque<>();

    private Generation newest = new Generation();

    /** One begins; to be given to {@link #end}, once. */
    synchronized Generation begin() {
        newest.open++;
        return newest;
    }

    void end(Generation of) {
        List<Runnable> due = List.of();
        synchronized (this) {
            of.open--;
            while (!awaited.isEmpty() && awaited.element().open == 0) {
                List<Runnable> next = awaited.remove().waiting;
                if (due.isEmpty()) {
                    due = next;
                } else {
                    due.addAll(next);
                }
            }
        }
        due.forEach(Runnable::run);
    }

    synchronized boolean isAny() {
        return newest.open > 0 || !awaited.isEmpty();
    }

    /**
     * @param over run when all that are under way now are over, on the thread of the last; must not block
     * @return false if none is, and nothing will be run
     */
    synchronized boolean whenOver(Runnable over) {
        if (newest.open > 0) {
            awaited.add(newest);
            newest = new Generation();
        }
        Generation last = awaited.peekLast();
        if (last != null) {
            last.waiting.add(over);
        }
        return last != null;
    }
}
