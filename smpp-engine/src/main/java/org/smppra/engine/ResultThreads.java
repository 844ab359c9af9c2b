package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.outbox.AccountOutbox;

/** Gives the results of stored submissions to a plain Java program, on threads that end when there is nothing to do. */
final class ResultThreads {
    private static final Logger LOG = System.getLogger(ResultThreads.class.getName());
    private static final long IDLE_MILLIS = 2_000;
    private static final int AT_ONCE = 16;
    private static final long NO_THREAD_MILLIS = 200;

    private final SubmitResultListener listener;
    private final ListenerSettings settings;
    private final GatewayRuntime runtime;
    private final ThreadPoolExecutor executor;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopped;

    ResultThreads(ListenerSettings settings, GatewayRuntime runtime, SubmitResultListener listener) {
        this.listener = listener;
        this.settings = settings;
        this.runtime = runtime;
        this.executor = new ThreadPoolExecutor(
                settings.maxConcurrency(),
                settings.maxConcurrency(),
                IDLE_MILLIS,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), // of workers, of which there are at most maxConcurrency
                ListenerThreads.threads(runtime.threads()));
        executor.allowCoreThreadTimeOut(true);
    }

    /** From now on. */
    void serve(AccountOutbox outbox) {
        outbox.onResults(() -> work(outbox));
        work(outbox);
    }

    private void work(AccountOutbox outbox) {
        if (stopped || running.incrementAndGet() > settings.maxConcurrency()) {
            running.decrementAndGet();
            return;
        }
        try {
            executor.execute(() -> run(outbox));
        } catch (RejectedExecutionException e) {
            running.decrementAndGet();
        } catch (Error e) { // no room for another thread: there may be later
            running.decrementAndGet();
            after(NO_THREAD_MILLIS, () -> work(outbox));
        }
    }

    private void run(AccountOutbox outbox) {
        List<SubmitResult> results = List.of();
        try {
            results = stopped ? List.of() : outbox.takeResults(AT_ONCE);
            results.forEach(result -> safely(outbox, result));
        } finally {
            running.decrementAndGet();
        }
        if (!results.isEmpty()) {
            work(outbox);
        }
    }

    /** Whatever the step after a call throws, an Error too: the others that were taken get their turn. */
    private void safely(AccountOutbox outbox, SubmitResult result) {
        try {
            deliver(outbox, result);
        } catch (Throwable e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-217 account " + result.account() + ": a delivery could not be ended; others go on",
                    e);
        }
    }

    private void deliver(AccountOutbox outbox, SubmitResult result) {
        if (stopped) {
            outbox.resultReturned(result.submissionId());
            return;
        }
        try {
            listener.onSubmitResult(result);
        } catch (Throwable e) { // whatever it is: it is offered again
            LOG.log(
                    Level.WARNING,
                    "SMPP-326 account {0}: the listener failed at {1} ({2}); again in {3} ms",
                    result.account(),
                    result,
                    e,
                    String.valueOf(settings.redeliveryDelayMillis()));
            later(outbox, result);
            return;
        } finally {
            Thread.interrupted(); // what one call leaves behind must not stop the next
        }
        outbox.resultDelivered(result.submissionId());
    }

    private void later(AccountOutbox outbox, SubmitResult result) {
        if (!after(settings.redeliveryDelayMillis(), () -> outbox.resultReturned(result.submissionId()))) {
            outbox.resultReturned(result.submissionId()); // closed: the next start offers it
        }
    }

    private boolean after(long millis, Runnable step) {
        try {
            runtime.scheduler().after(TimeUnit.MILLISECONDS.toNanos(millis), step);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Takes nothing more, lets listeners that run finish, interrupts those that do not in time. */
    void stop(long millis) {
        stopped = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
