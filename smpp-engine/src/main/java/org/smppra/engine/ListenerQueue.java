package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What listeners are to receive, and at most maxConcurrency workers that empty it. What fails is tried again here as
 * long as there is time for it, then by who offered it. Bounded by what that one holds.
 */
public final class ListenerQueue {
    /** Where the threads come from. Called on threads that must not block. */
    public interface Workers {
        /** Lets one more worker run: it takes until nothing comes, and then says {@link ListenerQueue#ended}. */
        void start();

        void later(long millis, Runnable step);
    }

    /** How long a worker waits for more: to begin costs a server more than many a delivery. */
    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(100);

    /** Where nothing was taken for so long although something waits, no listener comes back: what waits goes to others. */
    static final long STUCK = TimeUnit.SECONDS.toNanos(5);

    private static final Logger LOG = System.getLogger(ListenerQueue.class.getName());

    private final String account;
    private final ListenerSettings settings;
    private final Workers workers;
    private final long linger;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Condition some = lock.newCondition();
    private final Deque<Attempt> queue = new ArrayDeque<>();
    private final Set<Attempt> delayed = new HashSet<>();
    private int running;
    /** Of those that run. */
    private int lingering;
    /** Whether one of them was woken that has not looked yet. It wakes the next before it goes to work. */
    private boolean woken;

    private int paused;
    private boolean stopped;
    /** When something was taken, or came while nothing waited. */
    private long movedAt;

    private volatile boolean stuck;

    public ListenerQueue(String account, ListenerSettings settings, Workers workers) {
        this(account, settings, workers, LINGER);
    }

    /** @param linger nanoseconds that a worker waits for more */
    ListenerQueue(String account, ListenerSettings settings, Workers workers, long linger) {
        this.linger = linger;
        this.account = account;
        this.settings = settings;
        this.workers = workers;
    }

    public void offer(Offered offered) {
        enqueue(new Attempt(offered, 1));
    }

    private void enqueue(Attempt attempt) {
        boolean taken;
        boolean starts = false;
        lock.lock();
        try {
            taken = !stopped;
            if (taken) {
                add(attempt);
                starts = isOneWanted();
            }
        } finally {
            lock.unlock();
        }
        if (starts) {
            workers.start();
        } else if (!taken) {
            attempt.offered().handBack();
        }
    }

    private void add(Attempt attempt) {
        movedAt = queue.isEmpty() ? System.nanoTime() : movedAt;
        queue.add(attempt);
    }

    /** @return false if the queue is stopped, and the change was not made */
    private boolean isTaken(Runnable change) {
        lock.lock();
        try {
            if (!stopped) {
                change.run();
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** One more worker, if there is something to do and room for it. @return whether it was started */
    private boolean work() {
        boolean starts;
        lock.lock();
        try {
            starts = isOneWanted();
        } finally {
            lock.unlock();
        }
        if (starts) {
            workers.start();
        }
        return starts;
    }

    /** After a pause, in which all workers may have ended: as many as there is something to do for. */
    private void workAll() {
        int most = waiting();
        for (int i = 0; i < most && work(); i++) {
            // one more was started
        }
    }

    private int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock: wakes a worker that lingers, if something is to do. @return whether one is to be started instead */
    private boolean isOneWanted() {
        if (!isSomeDue()) {
            return false;
        }
        if (lingering > 0) {
            if (!woken) {
                woken = true;
                some.signal();
            }
            return false;
        }
        boolean starts = running < settings.maxConcurrency();
        running += starts ? 1 : 0;
        return starts;
    }

    private boolean isSomeDue() {
        return paused == 0 && !queue.isEmpty();
    }

    /**
     * The next one for a worker, which waits a moment for it; null: the worker ends. What waited too long here was refused
     * meanwhile and comes again.
     *
     * @param over whether this worker shall take nothing more; see {@link #workersAreOver}
     */
    public @Nullable Attempt take(BooleanSupplier over) {
        stuck = false; // who asks has come back
        while (true) {
            Attempt attempt = poll(over);
            if (attempt == null || !attempt.offered().isLate(System.nanoTime())) {
                return attempt;
            }
            attempt.offered().givenUp();
        }
    }

    private @Nullable Attempt poll(BooleanSupplier over) {
        Attempt next = null;
        boolean starts = false;
        lock.lock();
        try {
            linger(over);
            if (isSomeDue() && !over.getAsBoolean()) {
                next = queue.poll();
                movedAt = System.nanoTime();
                starts = isOneWanted();
            }
        } finally {
            lock.unlock();
        }
        if (starts) {
            workers.start();
        }
        return next;
    }

    private void linger(BooleanSupplier over) {
        long left = linger;
        while (left > 0 && !isSomeDue() && !stopped && !over.getAsBoolean()) {
            lingering++;
            try {
                left = some.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                left = 0;
            } finally {
                lingering--;
                woken = false;
            }
        }
    }

    /** Some workers shall take nothing more: those of them that wait for something need not. */
    public void workersAreOver() {
        lock.lock();
        try {
            some.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A worker ended, or could not begin. */
    public void ended() {
        boolean starts;
        lock.lock();
        try {
            running--;
            idle.signalAll();
            starts = isOneWanted();
        } finally {
            lock.unlock();
        }
        if (starts) {
            workers.start();
        }
    }

    /** No listener is free: this one and all behind it wait a little. */
    public void holdOff(Attempt attempt, long millis) {
        if (!isTaken(() -> {
            queue.addFirst(attempt);
            paused++;
        })) {
            attempt.offered().handBack();
            return;
        }
        workers.later(millis, () -> {
            isTaken(() -> paused--);
            workAll();
        });
    }

    /** Not taken: tried again here as long as there is time for it, else by who offered it. */
    public void failed(Attempt attempt, Throwable why) {
        long delay = settings.delayMillis(attempt.number());
        boolean inTime = !attempt.offered().isLate(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay));
        boolean again = attempt.number() <= settings.maxRedeliveries() && inTime;
        String what = String.valueOf(attempt.value());
        LOG.log(
                Level.WARNING,
                "SMPP-202 account {0}: attempt {1} at {2} failed ({3}); {4}",
                account,
                attempt.number(),
                what,
                why,
                again ? "again in " + delay + " ms" : attempt.offered().givenUp());
        if (again) {
            retry(attempt.next(), delay);
        }
    }

    private void retry(Attempt attempt, long delay) {
        if (isTaken(() -> delayed.add(attempt))) {
            workers.later(delay, () -> due(attempt));
        } else {
            attempt.offered().handBack();
        }
    }

    private void due(Attempt attempt) {
        isTaken(() -> {
            if (delayed.remove(attempt)) {
                add(attempt);
            }
        });
        work();
    }

    /** Whether no listener came back for long: what is offered now would wait for that. */
    public boolean isStuck() {
        return stuck;
    }

    /** To be called about once a second: if no listener comes back, what waits for them goes back for others. */
    public void tick(long now) {
        List<Attempt> left = new ArrayList<>();
        isTaken(() -> {
            if (isSomeDue() && now - movedAt >= STUCK) {
                stuck = true;
                left.addAll(queue);
                queue.clear();
            }
        });
        if (!left.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-216 account {0}: no call of a listener has returned for {1} s; {2} deliveries that waited for one"
                            + " go to others, or wait",
                    account,
                    TimeUnit.NANOSECONDS.toSeconds(STUCK),
                    left.size());
        }
        left.forEach(attempt -> attempt.offered().handBack());
    }

    /** Nothing is taken any more; what waits goes back for another listener, or to the SMSC. */
    public void stop() {
        List<Attempt> left = new ArrayList<>();
        isTaken(() -> {
            stopped = true;
            left.addAll(queue);
            left.addAll(delayed);
            queue.clear();
            delayed.clear();
            some.signalAll();
        });
        left.forEach(attempt -> attempt.offered().handBack());
    }

    public boolean isStopped() {
        return !isTaken(() -> {});
    }

    /** @return whether no worker runs any more; false: the time was over, or the caller was interrupted */
    public boolean awaitIdle(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (running > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return isIdle();
    }

    private boolean isIdle() {
        lock.lock();
        try {
            return running == 0;
        } finally {
            lock.unlock();
        }
    }
}
