package org.smppra.ra.inbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smppra.SubmitResult;
import org.smppra.engine.Offered;
import org.smppra.outbox.AccountOutbox;

/**
 * Gives the results of one account's submissions to the activations that compete for them. What it takes of the outbox
 * is bounded by what they can have in work; the rest stays there, on disk.
 */
final class ResultFeed {
    private static final int AT_ONCE = 64;
    /** After all attempts: it is kept until a listener commits it or its retention ends. */
    private static final long REST_MILLIS = 60_000;

    private final AccountOutbox outbox;
    private final WorkScheduler scheduler;
    private final Map<EndpointActivation, Integer> takers = new HashMap<>();
    private boolean scheduled;

    ResultFeed(AccountOutbox outbox, WorkScheduler scheduler) {
        this.outbox = outbox;
        this.scheduler = scheduler;
        outbox.onResults(this::wake);
    }

    void add(EndpointActivation taker) {
        synchronized (this) {
            takers.put(taker, 0);
        }
        wake();
    }

    /** Whether it takes from what this one is of: accounts that are set otherwise may be the same on disk. */
    boolean isOf(AccountOutbox other) {
        return outbox.key().equals(other.key());
    }

    /** @return whether nobody takes any more; then nothing is taken from the outbox either */
    boolean remove(EndpointActivation taker) {
        synchronized (this) {
            takers.remove(taker);
            if (!takers.isEmpty()) {
                return false;
            }
        }
        outbox.onResults(null);
        return true;
    }

    /** Called by the outbox, and by workers: must not block. */
    private void wake() {
        synchronized (this) {
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        scheduler.later(0, this::feed);
    }

    private void feed() {
        synchronized (this) {
            scheduled = false;
        }
        for (int room = room(); room > 0; room = room()) {
            List<SubmitResult> results = outbox.takeResults(Math.min(room, AT_ONCE));
            if (results.isEmpty()) {
                return;
            }
            results.forEach(this::offer);
        }
    }

    private synchronized int room() {
        return takers.entrySet().stream().mapToInt(each -> room(each.getKey())).sum();
    }

    private void offer(SubmitResult result) {
        EndpointActivation taker = null;
        synchronized (this) {
            for (EndpointActivation each : takers.keySet()) {
                taker = room(each) > (taker == null ? 0 : room(taker)) ? each : taker;
            }
            if (taker != null) {
                takers.merge(taker, 1, Integer::sum);
            }
        }
        if (taker == null) {
            outbox.resultReturned(result.submissionId()); // one that had room went meanwhile
        } else {
            taker.offer(new OfferedResult(result, taker));
        }
    }

    /** In the monitor. */
    private int room(EndpointActivation taker) {
        return taker.capacity() - takers.getOrDefault(taker, 0);
    }

    private void done(EndpointActivation taker) {
        synchronized (this) {
            takers.computeIfPresent(taker, (t, count) -> count - 1);
        }
        wake();
    }

    private final class OfferedResult implements Offered {
        private final SubmitResult result;
        private final EndpointActivation taker;

        OfferedResult(SubmitResult result, EndpointActivation taker) {
            this.result = result;
            this.taker = taker;
        }

        @Override
        public Object value(int attempt) {
            return result;
        }

        @Override
        public boolean isLate(long nanoTime) {
            return false;
        }

        @Override
        public void committed() {
            try {
                outbox.resultDelivered(result.submissionId());
            } finally {
                done(taker);
            }
        }

        @Override
        public String givenUp() {
            scheduler.later(REST_MILLIS, () -> outbox.resultReturned(result.submissionId()));
            done(taker);
            return "offered again in " + REST_MILLIS + " ms";
        }

        @Override
        public void handBack() {
            try {
                outbox.resultReturned(result.submissionId());
            } finally {
                done(taker);
            }
        }
    }
}
