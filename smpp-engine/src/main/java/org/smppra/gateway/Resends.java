package org.smppra.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.link.Call;
import org.smppra.link.Counters;
import org.smppra.link.Flush;
import org.smppra.link.Link;

/**
 * Calls that surely were not taken and that nobody waits for: they go out again as soon as a link has room. Each had a
 * slot of a window before, so that there are never more of them than slots.
 */
final class Resends {
    private record Waiting(AsyncCall call, long deadline) {}

    private final LinkChoice choice;
    private final Counters<GatewayCounter> counters;
    private final LongSupplier nanoTime;
    private final long timeout;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private volatile boolean empty = true;

    Resends(LinkChoice choice, Counters<GatewayCounter> counters, LongSupplier nanoTime, long timeout) {
        this.choice = choice;
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.timeout = timeout;
    }

    /** Unsent, or refused only because the session that it met was ending. */
    static boolean wasNotTaken(Call call) {
        return switch (call.fate()) {
            case UNSENT -> true;
            case ANSWERED -> StatusPolicy.of(call.answer().status()) == StatusPolicy.OTHER_LINK;
            case PENDING, UNANSWERED -> false;
        };
    }

    void add(AsyncCall call) {
        synchronized (this) {
            queue.add(new Waiting(call, call.deadline(nanoTime.getAsLong(), timeout)));
            empty = false;
        }
        run();
    }

    /** To be called whenever something changed, and a few times a second. Does not block. */
    void run() {
        if (empty) {
            return;
        }
        List<AsyncCall> lost = new ArrayList<>();
        synchronized (this) {
            long now = nanoTime.getAsLong();
            boolean usable = choice.isUsable();
            queue.removeIf(waiting -> {
                boolean over = !usable || waiting.deadline() - now <= 0;
                if (over) {
                    lost.add(waiting.call());
                }
                return over;
            });
            send();
            empty = queue.isEmpty();
        }
        lost.forEach(call -> call.giveUp("its host went, and no other took it in time"));
    }

    private void send() {
        while (!queue.isEmpty()) {
            @Nullable Link link = choice.pick();
            if (link == null) {
                return;
            }
            Waiting first = queue.element();
            if (link.submit(first.call().again(first.deadline()), Flush.SOON)) {
                queue.remove();
                counters.count(GatewayCounter.SENT_AGAIN);
            }
        }
    }
}
