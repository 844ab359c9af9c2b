package org.smppra.ra.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliverySink;
import org.smppra.engine.Account;
import org.smppra.engine.DeliveryFilter;
import org.smppra.engine.ListenerQueue;
import org.smppra.engine.ListenerSettings;
import org.smppra.engine.Offered;
import org.smppra.engine.OfferedDelivery;
import org.smppra.engine.Property;

/**
 * One active message-driven bean: a queue of what it is to receive, and Works that empty it.
 */
public final class EndpointActivation implements DeliverySink {
    private static final Logger LOG = System.getLogger(EndpointActivation.class.getName());

    private final Account account;
    private final MessageEndpointFactory factory;
    private final Listener listener;
    private final ListenerSettings settings;
    private final WorkScheduler scheduler;
    private final ResultFeeds results;
    private final Supplier<@Nullable TransactionSynchronizationRegistry> transactions;
    private final ListenerQueue queue;
    private volatile boolean ended;

    /**
     * For a bean that {@link #check} found nothing wrong with.
     *
     * @param transactions asked anew for each delivery: there may be none yet
     */
    public EndpointActivation(
            Account account,
            MessageEndpointFactory factory,
            SmppActivationSpec spec,
            WorkScheduler scheduler,
            ResultFeeds results,
            Supplier<@Nullable TransactionSynchronizationRegistry> transactions) {
        this.account = account;
        this.factory = factory;
        this.listener = Listener.of(factory.getEndpointClass());
        this.settings = spec.listenerSettings();
        this.scheduler = scheduler;
        this.results = results;
        this.transactions = transactions;
        this.queue = new ListenerQueue(account.name(), settings, new Works());
    }

    /** @throws IllegalArgumentException if the endpoint's class and the spec do not fit: it names the property */
    public static void check(MessageEndpointFactory factory, SmppActivationSpec spec, boolean hasOutbox) {
        Listener listener = Listener.of(factory.getEndpointClass());
        listener.check(spec.listenerSettings().filter());
        if (listener == Listener.SUBMIT_RESULT && !hasOutbox) {
            throw Property.OUTBOX_DIRECTORY.wrong("not set, and without it there are no results to listen for");
        }
    }

    /** Whether such an endpoint takes what the SMSC delivers. */
    public static boolean receives(MessageEndpointFactory factory) {
        return Listener.isOfDeliveries(factory.getEndpointClass());
    }

    /** Whether the server says that its deliveries have a transaction; also if it cannot tell. */
    public static boolean isTransacted(MessageEndpointFactory factory) {
        try {
            return factory.isDeliveryTransacted(
                    Listener.of(factory.getEndpointClass()).method());
        } catch (NoSuchMethodException e) {
            return true;
        }
    }

    public Account account() {
        return account;
    }

    private boolean isOfResults() {
        return listener == Listener.SUBMIT_RESULT;
    }

    ListenerQueue queue() {
        return queue;
    }

    Listener listener() {
        return listener;
    }

    @Nullable
    TransactionSynchronizationRegistry transactions() {
        return transactions.get();
    }

    /**
     * Begins to take deliveries, or results; does nothing if it was ended before. Creates no endpoint: some servers refuse
     * that on the activating thread.
     */
    public void start() {
        if (isOfResults()) {
            results.add(this);
        } else {
            account.addSink(this);
        }
        if (ended) {
            leave(); // meanwhile
        }
    }

    /** Takes nothing more; what waits goes back for another listener or a later one. What runs goes on. */
    public void end() {
        ended = true;
        leave();
        queue.stop();
    }

    private void leave() {
        account.removeSink(this);
        results.remove(this);
    }

    /** Waits until every call of the bean has returned, as long as that may take. */
    public void awaitIdle(long timeoutMillis) {
        if (!queue.awaitIdle(timeoutMillis)) {
            LOG.log(
                    Level.WARNING,
                    "SMPP-213 account {0}: a bean that was deactivated is still at work; its delivery is acknowledged if"
                            + " it commits in time",
                    account.name());
        }
    }

    @Override
    public boolean takes(Delivered value) {
        return !ended && listener.takes(value) && settings.filter().match(value) != DeliveryFilter.NONE;
    }

    @Override
    public int closeness(Delivered value) {
        return settings.filter().match(value);
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
        queue.offer(new OfferedDelivery(delivery, account.negativeStatus()));
    }

    void offer(Offered result) {
        queue.offer(result);
    }

    /** How many results may wait here or be in work: as many again as can run, so that no worker waits for more. */
    int capacity() {
        return 2 * settings.maxConcurrency();
    }

    MessageEndpoint createEndpoint() throws UnavailableException {
        return factory.createEndpoint(null);
    }

    /** Works that the server runs. */
    private final class Works implements ListenerQueue.Workers {
        @Override
        public void start() {
            scheduler.schedule(new DeliveryWork(EndpointActivation.this), this::isWanted);
        }

        private boolean isWanted() {
            if (queue.isStopped()) {
                queue.ended();
                return false;
            }
            return true;
        }

        @Override
        public void later(long millis, Runnable step) {
            scheduler.later(millis, step);
        }
    }
}
