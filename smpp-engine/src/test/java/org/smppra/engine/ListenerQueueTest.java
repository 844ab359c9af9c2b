package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that wait for more, here so long that nothing but the queue ends that. */
class ListenerQueueTest {
    private static final int WORKERS = 3;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long FOR_EVER = TimeUnit.HOURS.toNanos(1);

    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger handedBack = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private Consumer<Attempt> listener = Attempt::committed;

    private final ListenerQueue queue = new ListenerQueue(
            "shop",
            new ListenerSettings(WORKERS, 0, 1, new DeliveryFilter(null, null)),
            new ListenerQueue.Workers() {
                @Override
                public void start() {
                    started.incrementAndGet();
                    Thread thread = new Thread(ListenerQueueTest.this::work);
                    workers.add(thread);
                    thread.start();
                }

                @Override
                public void later(long millis, Runnable step) {
                    later.add(step);
                }
            },
            FOR_EVER);

    private final class Counted implements Offered {
        @Override
        public Object value(int attempt) {
            return this;
        }

        @Override
        public boolean isLate(long nanoTime) {
            return false;
        }

        @Override
        public void committed() {
            committed.incrementAndGet();
        }

        @Override
        public String givenUp() {
            return "given up";
        }

        @Override
        public void handBack() {
            handedBack.incrementAndGet();
        }
    }

    private void work() {
        for (Attempt next = queue.take(over::get); next != null; next = queue.take(over::get)) {
            listener.accept(next);
        }
        workers.remove(Thread.currentThread());
        queue.ended();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            queue.offer(new Counted());
        }
    }

    private void awaitWaiting(int count) {
        await(() -> workers.size() == count
                && workers.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
    }

    /** All workers wait for more. */
    private void allHaveWorked() {
        Consumer<Attempt> usual = listener;
        listener = together();
        offer(WORKERS);
        await(() -> committed.get() == WORKERS);
        awaitWaiting(WORKERS);
        listener = usual;
    }

    /** Calls that return when as many are under way as there are workers. */
    private static Consumer<Attempt> together() {
        CyclicBarrier barrier = new CyclicBarrier(WORKERS);
        return attempt -> {
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            attempt.committed();
        };
    }

    @AfterEach
    void stop() {
        queue.stop();
        assertThat(queue.awaitIdle(PATIENCE_MILLIS))
                .as("a stopped queue lets its workers go")
                .isTrue();
    }

    @Test
    void what_comes_while_a_worker_waits_starts_no_other() {
        offer(1);
        for (int i = 1; i <= 10; i++) {
            int count = i;
            await(() -> committed.get() == count);
            awaitWaiting(1);
            offer(1);
        }
        await(() -> committed.get() == 11);
        assertThat(started).hasValue(1);
    }

    @Test
    void as_many_that_wait_are_woken_as_there_is_something_to_do_for() {
        allHaveWorked();
        listener = together();
        offer(WORKERS);
        await(() -> committed.get() == 2 * WORKERS);
        assertThat(started).hasValue(WORKERS);
    }

    @Test
    void a_worker_that_shall_take_nothing_more_does_not_wait_for_it() {
        offer(1);
        await(() -> committed.get() == 1);
        awaitWaiting(1);
        over.set(true);
        queue.workersAreOver();
        assertThat(queue.awaitIdle(PATIENCE_MILLIS)).isTrue();
        over.set(false);
        offer(1);
        await(() -> committed.get() == 2);
        assertThat(started).hasValue(2);
    }

    @Test
    void after_a_pause_no_more_are_started_than_there_is_something_to_do_for() {
        AtomicBoolean first = new AtomicBoolean(true);
        listener = attempt -> {
            if (first.getAndSet(false)) {
                over.set(true);
                queue.holdOff(attempt, 1);
            } else {
                attempt.committed();
            }
        };
        offer(1);
        await(() -> !later.isEmpty() && workers.isEmpty());
        assertThat(queue.awaitIdle(PATIENCE_MILLIS)).isTrue();
        over.set(false);
        later.remove(0).run();
        await(() -> committed.get() == 1);
        assertThat(started).hasValue(2);
    }

    @Test
    void after_a_pause_those_that_wait_go_on() {
        allHaveWorked();
        AtomicBoolean first = new AtomicBoolean(true);
        Consumer<Attempt> together = together();
        listener = attempt -> {
            if (first.getAndSet(false)) {
                queue.holdOff(attempt, 1);
            } else {
                together.accept(attempt);
            }
        };
        offer(1);
        await(() -> !later.isEmpty());
        awaitWaiting(WORKERS);
        offer(WORKERS - 1);
        assertThat(committed).hasValue(WORKERS);
        later.remove(0).run();
        await(() -> committed.get() == 2 * WORKERS);
        assertThat(started).hasValue(WORKERS);
    }

    @Test
    void when_no_call_returns_what_waits_is_handed_back_and_others_are_better_asked_until_one_does() {
        hang();
        offer(WORKERS + 5);
        await(() -> begun.get() == WORKERS);
        long now = System.nanoTime();
        queue.tick(now);
        assertThat(handedBack).hasValue(0);
        assertThat(queue.isStuck()).isFalse();

        queue.tick(now + ListenerQueue.STUCK);
        assertThat(handedBack).hasValue(5);
        assertThat(queue.isStuck()).isTrue();

        release.countDown();
        await(() -> committed.get() == WORKERS);
        await(() -> !queue.isStuck());
        offer(1);
        await(() -> committed.get() == WORKERS + 1);
    }

    @Test
    void calls_that_take_long_while_nothing_waits_are_not_stuck() {
        hang();
        offer(WORKERS);
        await(() -> begun.get() == WORKERS);
        queue.tick(System.nanoTime() + 2 * ListenerQueue.STUCK);
        assertThat(queue.isStuck()).isFalse();
        release.countDown();
        await(() -> committed.get() == WORKERS);
    }

    /** From now on calls do not return before they are released. */
    private void hang() {
        listener = attempt -> {
            begun.incrementAndGet();
            awaitUninterruptibly(release);
            attempt.committed();
        };
    }

    private static void awaitUninterruptibly(CountDownLatch release) {
        try {
            assertThat(release.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
