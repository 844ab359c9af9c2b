package org.smppra.ra.container;

import jakarta.resource.spi.RetryableUnavailableException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.transaction.xa.XAResource;

/**
 * The endpoints of one message-driven bean, in a container that allows nothing that any server forbids. Two of these are
 * equal, as no server makes them, so that who looks them up by equals is found out.
 */
public final class StrictEndpoints implements MessageEndpointFactory {
    final StrictServer server;
    final TinyTransactions transactions;
    final Deque<DeliveryEnd> ends = new ConcurrentLinkedDeque<>();
    final List<Object> received = new CopyOnWriteArrayList<>();
    private final Class<?> type;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger releasesThatFail = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private volatile int limit = Integer.MAX_VALUE;
    private volatile Consumer<Object> bean = value -> {};
    private volatile boolean transacted = true;
    private volatile boolean tellsTheTruth;
    private volatile RuntimeException broken;

    public StrictEndpoints(StrictServer server, Class<?> type) {
        this.server = server;
        this.type = type;
        this.transactions = server.transactions();
    }

    /** How the next calls end; all others commit. */
    public StrictEndpoints ends(DeliveryEnd... next) {
        ends.addAll(List.of(next));
        return this;
    }

    /** What the bean does. */
    public StrictEndpoints bean(Consumer<Object> does) {
        this.bean = does;
        return this;
    }

    /** Without a transaction. */
    public StrictEndpoints notTransacted() {
        transacted = false;
        return this;
    }

    /** isDeliveryTransacted is right, as on most servers. */
    public StrictEndpoints tellingTheTruth() {
        tellsTheTruth = true;
        return this;
    }

    /** So many endpoints at a time, as TomEE and Liberty have it. */
    public StrictEndpoints limit(int endpoints) {
        limit = endpoints;
        return this;
    }

    /** So many requests for an endpoint are refused. */
    public void unavailable(int requests) {
        unavailable.set(requests);
    }

    /** Every request for an endpoint fails with this; null: no longer. */
    public void broken(RuntimeException why) {
        broken = why;
    }

    /** What the bean was called with, in the order of the calls. */
    public List<Object> received() {
        return received;
    }

    public int open() {
        return open.get();
    }

    public int mostOpen() {
        return mostOpen.get();
    }

    public int created() {
        return created.get();
    }

    /** Calls of the bean that have not returned. */
    public int running() {
        return running.get();
    }

    boolean isTransacted() {
        return transacted;
    }

    void call(Object value) {
        received.add(value);
        running.incrementAndGet();
        try {
            bean.accept(value);
        } finally {
            running.decrementAndGet();
        }
    }

    void released() {
        open.decrementAndGet();
        if (releasesThatFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new NoClassDefFoundError("org/example/Released");
        }
    }

    /** So many releases are done and end in an Error. */
    public void failReleases(int count) {
        releasesThatFail.set(count);
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        if (resource != null) {
            server.violation("an XAResource makes the bean's one database two-phase");
        }
        if (!StrictServer.isOnWork()) {
            server.violation("an endpoint created outside a Work, on " + Thread.currentThread());
        }
        if (broken != null) {
            throw broken;
        }
        int refused = unavailable.getAndUpdate(left -> Math.max(0, left - 1));
        if (refused > 0) {
            throw refused % 2 == 0 ? new UnavailableException("not now") : new RetryableUnavailableException("again");
        }
        int now = open.incrementAndGet();
        if (now > limit) {
            open.decrementAndGet();
            throw new UnavailableException("as many as there may be");
        }
        mostOpen.accumulateAndGet(now, Math::max);
        created.incrementAndGet();
        return new StrictEndpoint(this);
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    /** No more than a hint, and here a wrong one unless somebody asked for the truth. */
    @Override
    public boolean isDeliveryTransacted(Method method) {
        return tellsTheTruth == transacted;
    }

    /** As a server that knows no name. */
    @Override
    public String getActivationName() {
        return null;
    }

    @Override
    public Class<?> getEndpointClass() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrictEndpoints;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
