package org.smppra.ra.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.engine.Account;

/**
 * One active message-driven bean: a queue of what it is to receive, and at most maxConcurrency Works that empty it. The
 * queue is bounded by what an account holds without an answer.
 */
public final class EndpointActivation implements DeliverySink {
    private static final Logger LOG = System.getLogger(EndpointActivation.class.getName());
    private static final long MAX_REDELIVERY_DELAY_MILLIS = 60_000;
    private static final long NO_ENDPOINT_DELAY_MILLIS = 100;

    private final Account account;
    private final MessageEndpointFactory factory;
    private final SmppActivationSpec spec;
    private final Listener listener;
    private final WorkScheduler scheduler;
    private final @Nullable TransactionSynchronizationRegistry transactions;
    private final Deque<Attempt> queue = new ArrayDeque<>();
    private int works;
    private int paused;
    private boolean stopped;

    /** @throws IllegalArgumentException if the endpoint's class implements none of our listener types */
    public EndpointActivation(
            Account account,
            MessageEndpointFactory factory,
            SmppActivationSpec spec,
            WorkScheduler scheduler,
            @Nullable TransactionSynchronizationRegistry transactions) {
        this.account = account;
        this.factory = factory;
        this.spec = spec;
        this.listener = Listener.of(factory.getEndpointClass());
        this.scheduler = scheduler;
        this.transactions = transactions;
    }

    public Account account() {
        return account;
    }

    Listener listener() {
        return listener;
    }

    @Nullable
    TransactionSynchronizationRegistry transactions() {
        return transactions;
    }

    /** Begins to take deliveries. Creates no endpoint: some servers refuse that on the activating thread. */
    public void start() {
        account.addSink(this);
    }

    /** Ends in bounded time: what runs is finished, what waits goes back for another listener or a later one. */
    public void stop(long timeoutMillis) {
        account.removeSink(this);
        List<Attempt> left;
        synchronized (this) {
            stopped = true;
            left = new ArrayList<>(queue);
            queue.clear();
        }
        left.forEach(attempt -> attempt.delivery().handBack());
        awaitWorks(timeoutMillis);
    }

    private synchronized void awaitWorks(long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            long left = timeoutMillis;
            while (works > 0 && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean takes(Delivered value) {
        return listener.takes(value);
    }

    @Override
    public void offer(Delivery delivery) {
        enqueue(new Attempt(delivery, 1));
    }

    private void enqueue(Attempt attempt) {
        boolean back;
        synchronized (this) {
            back = stopped;
            if (!back) {
                queue.add(attempt);
            }
        }
        if (back) {
            attempt.delivery().handBack();
        } else {
            work();
        }
    }

    /** Starts one more Work, if there is something to do and room for it. */
    private void work() {
        synchronized (this) {
            if (queue.isEmpty() || works >= spec.maxConcurrency()) {
                return;
            }
            works++;
        }
        scheduler.schedule(new DeliveryWork(this), this::isWanted);
    }

    private synchronized boolean isWanted() {
        if (stopped) {
            works--;
            notifyAll();
        }
        return !stopped;
    }

    /** What waited too long here was refused meanwhile and comes again: a listener must not get it twice. */
    @Nullable
    Attempt take() {
        while (true) {
            Attempt attempt = poll();
            if (attempt == null || !attempt.delivery().isLate(System.nanoTime())) {
                return attempt;
            }
            attempt.delivery().refused(account.negativeStatus());
        }
    }

    private synchronized @Nullable Attempt poll() {
        return paused > 0 ? null : queue.poll();
    }

    void workEnded() {
        synchronized (this) {
            works--;
            notifyAll();
        }
        if (!isPaused()) {
            work();
        }
    }

    private synchronized boolean isPaused() {
        return paused > 0;
    }

    MessageEndpoint createEndpoint() throws UnavailableException {
        return factory.createEndpoint(null);
    }

    /** The server has no endpoint free: all deliveries wait a little. */
    void noEndpoint(Attempt attempt) {
        synchronized (this) {
            queue.addFirst(attempt);
            paused++;
        }
        scheduler.later(NO_ENDPOINT_DELAY_MILLIS, () -> {
            synchronized (this) {
                paused--;
            }
            work();
        });
    }

    /** Not committed: tried again here as long as there is time for it, else by the SMSC. */
    void failed(Attempt attempt, Throwable why) {
        Delivery delivery = attempt.delivery();
        long delay = delayMillis(attempt.number());
        boolean inTime = !delivery.isLate(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay));
        boolean again = attempt.number() <= spec.maxRedeliveries() && inTime;
        LOG.log(
                Level.WARNING,
                "SMPP-202 account {0}: attempt {1} at {2} was not committed ({3}); {4}",
                account.name(),
                attempt.number(),
                delivery.value(),
                why,
                again ? "again in " + delay + " ms" : "refused with " + account.negativeStatus());
        if (again) {
            scheduler.later(delay, () -> enqueue(attempt.next()));
        } else {
            delivery.refused(account.negativeStatus());
        }
    }

    private long delayMillis(int attempt) {
        return Math.min(MAX_REDELIVERY_DELAY_MILLIS, (long) spec.redeliveryDelayMillis() << Math.min(attempt - 1, 16));
    }
}
