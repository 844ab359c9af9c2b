package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessageListener;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.gateway.Scheduler;
import org.smppra.message.CommandStatus;

/** Delivers to the listeners of a plain Java program, on threads that end when there is nothing to do. */
final class ListenerThreads implements DeliverySink, ListenerQueue.Workers {
    private static final Logger LOG = System.getLogger(ListenerThreads.class.getName());
    private static final long IDLE_MILLIS = 2_000;
    private static final long INTERRUPTED_MILLIS = 1_000;
    private static final long NO_THREAD_MILLIS = 200;

    private final @Nullable DeliveryReceiptListener receiptListener;
    private final @Nullable ShortMessageListener messageListener;
    private final String account;
    private final CommandStatus negativeStatus;
    private final ListenerSettings settings;
    private final ListenerQueue queue;
    private final Scheduler scheduler;
    private final ThreadPoolExecutor executor;

    ListenerThreads(
            AccountSettings account,
            ListenerSettings settings,
            GatewayRuntime runtime,
            @Nullable DeliveryReceiptListener receiptListener,
            @Nullable ShortMessageListener messageListener) {
        this.receiptListener = receiptListener;
        this.messageListener = messageListener;
        this.account = account.name();
        this.negativeStatus = account.negativeStatus();
        this.settings = settings;
        this.queue = new ListenerQueue(account.name(), settings, this);
        this.scheduler = runtime.scheduler();
        this.executor = new ThreadPoolExecutor(
                settings.maxConcurrency(),
                settings.maxConcurrency(),
                IDLE_MILLIS,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(), // of workers, of which there are at most maxConcurrency
                threads(runtime.threads()));
        executor.allowCoreThreadTimeOut(true);
    }

    /** A listener sees the classes of who started the client. */
    static ThreadFactory threads(ThreadFactory threads) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return task -> {
            Thread thread = threads.newThread(task);
            thread.setName(thread.getName() + " listener");
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    /** Whether it takes anything. */
    boolean areAny() {
        return receiptListener != null || messageListener != null;
    }

    @Override
    public boolean takes(Delivered value) {
        return (value instanceof DeliveryReceipt ? receiptListener : messageListener) != null;
    }

    @Override
    public int most() {
        return settings.most();
    }

    @Override
    public boolean isStuck() {
        return queue.isStuck();
    }

    @Override
    public void tick(long now) {
        queue.tick(now);
    }

    @Override
    public void offer(Delivery delivery) {
        queue.offer(new OfferedDelivery(delivery, negativeStatus));
    }

    @Override
    public void start() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            queue.ended(); // closed, and what waited was handed back
        } catch (Error e) { // no room for another thread: there may be later
            later(NO_THREAD_MILLIS, this::start);
        }
    }

    @Override
    public void later(long millis, Runnable step) {
        try {
            scheduler.after(TimeUnit.MILLISECONDS.toNanos(millis), step);
        } catch (RejectedExecutionException e) {
            // closed, and what waited was handed back
        }
    }

    private void run() {
        try {
            for (Attempt attempt = next(); attempt != null; attempt = next()) {
                safely(attempt);
            }
        } finally {
            queue.ended();
        }
    }

    private @Nullable Attempt next() {
        return queue.take(() -> false);
    }

    /** Whatever the step after a call throws, an Error too: this thread goes on with the next one. */
    private void safely(Attempt attempt) {
        try {
            deliver(attempt);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "SMPP-217 account " + account + ": a delivery could not be ended; others go on", e);
        }
    }

    private void deliver(Attempt attempt) {
        try {
            call(attempt.value());
        } catch (Throwable e) { // whatever it is: not acknowledged
            queue.failed(attempt, e);
            return;
        } finally {
            Thread.interrupted(); // what one listener leaves behind must not stop the next
        }
        attempt.committed();
    }

    private void call(Object value) {
        if (value instanceof DeliveryReceipt receipt && receiptListener != null) {
            receiptListener.onDeliveryReceipt(receipt);
        } else if (value instanceof ReceivedMessage message && messageListener != null) {
            messageListener.onShortMessage(message);
        }
    }

    /** Takes nothing more, lets listeners that run finish, interrupts those that do not in time, ends all threads. */
    void stop(long millis) {
        queue.stop();
        boolean finished = queue.awaitIdle(millis);
        if (finished) {
            executor.shutdown();
        } else {
            executor.shutdownNow();
        }
        if (!awaitEnd()) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-204 account {0}: a listener did not end when it was interrupted; its thread stays until it does",
                    account);
        }
    }

    private boolean awaitEnd() {
        try {
            return executor.awaitTermination(INTERRUPTED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
