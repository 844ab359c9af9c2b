package org.smppra.ra.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Attempt;

/** Delivers to one endpoint until nothing comes any more. */
final class DeliveryWork implements Work, WorkContextProvider {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(DeliveryWork.class.getName());
    private static final long NO_ENDPOINT_DELAY_MILLIS = 100;

    private final transient EndpointActivation activation;
    /** Of the thread that runs, and of no other: whoever releases this Work does not release the endpoint. */
    private transient @Nullable MessageEndpoint endpoint;

    private volatile boolean begun;
    private volatile boolean released;

    DeliveryWork(EndpointActivation activation) {
        this.activation = activation;
    }

    /** What became of one call. */
    private record End(boolean committed, @Nullable Throwable failure) {}

    @Override
    public void run() {
        begun = true;
        try {
            for (Attempt attempt = next(); attempt != null; attempt = next()) {
                safely(attempt);
            }
        } finally {
            releaseEndpoint();
            activation.queue().ended();
        }
    }

    String account() {
        return activation.account().name();
    }

    /** Whether a thread came to it; a server may take a Work and find only later that it has none. */
    boolean hasBegun() {
        return begun;
    }

    private @Nullable Attempt next() {
        return activation.queue().take(() -> released);
    }

    /** Whatever the step after a call throws, an Error too: this thread goes on with the next one. */
    private void safely(Attempt attempt) {
        try {
            deliver(attempt);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "SMPP-217 account " + account() + ": a delivery could not be ended; others go on", e);
        }
    }

    private void deliver(Attempt attempt) {
        MessageEndpoint target = endpoint(attempt);
        if (target == null) {
            return;
        }
        End end = call(target, attempt);
        Thread.interrupted(); // what one call leaves behind must stop neither its own end nor the next call
        if (!end.committed() || end.failure() != null) {
            releaseEndpoint(); // it may be unfit for another call
        }
        if (end.committed()) {
            attempt.committed();
        } else {
            activation.queue().failed(attempt, end.failure() == null ? new NotCommitted() : end.failure());
        }
    }

    /** @return null if there is none, and the attempt was given back */
    private @Nullable MessageEndpoint endpoint(Attempt attempt) {
        if (endpoint == null) {
            try {
                endpoint = activation.createEndpoint();
            } catch (UnavailableException e) {
                activation.queue().holdOff(attempt, NO_ENDPOINT_DELAY_MILLIS);
            } catch (Throwable e) { // whatever it is: the delivery is not lost with it
                activation.queue().failed(attempt, e);
            }
        }
        return endpoint;
    }

    /**
     * The outcome of the transaction counts, if the bean was called; without one, whether anything was thrown. A server
     * that shuts a bean down throws in its place, and commits the transaction in which nothing was done.
     */
    private End call(MessageEndpoint target, Attempt attempt) {
        try {
            target.beforeDelivery(activation.listener().method());
        } catch (Throwable e) {
            return new End(false, e);
        }
        TransactionOutcome outcome = null;
        Throwable failure = null;
        boolean called;
        try {
            outcome = TransactionOutcome.observe(activation.transactions());
            activation.listener().call(target, attempt.value());
            called = true;
        } catch (Throwable e) {
            failure = e;
            called = isOfApplication(e);
        }
        try {
            target.afterDelivery(); // always, or a transaction stays on this thread
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
        }
        return new End(outcome == null ? failure == null : called && outcome.committed(), failure);
    }

    /** An application exception, which does not roll back by itself: Jakarta Enterprise Beans 4.0, section 10.2.1. */
    private static boolean isOfApplication(Throwable thrown) {
        boolean checked = thrown instanceof Exception && !(thrown instanceof RuntimeException);
        for (Class<?> type = thrown.getClass(); type != null && !checked; type = type.getSuperclass()) {
            // By name: not every server shows that class to a resource adapter.
            checked = Arrays.stream(type.getAnnotations())
                    .anyMatch(each -> each.annotationType().getName().equals("jakarta.ejb.ApplicationException"));
        }
        return checked;
    }

    private void releaseEndpoint() {
        MessageEndpoint over = endpoint;
        endpoint = null;
        if (over != null) {
            try {
                over.release();
            } catch (Throwable e) { // an Error too: what follows counts
                LOG.log(
                        Level.DEBUG,
                        "SMPP-212 account {0}: the server did not take an endpoint back: {1}",
                        account(),
                        e);
            }
        }
    }

    @Override
    public void release() {
        LOG.log(Level.DEBUG, "SMPP-212 account {0}: the server asks a delivery to end", account());
        released = true;
        activation.queue().workersAreOver();
    }

    @Override
    public List<WorkContext> getWorkContexts() {
        HintsContext hints = new HintsContext();
        hints.setHint(HintsContext.NAME_HINT, "smpp delivery");
        hints.setHint(HintsContext.LONGRUNNING_HINT, Boolean.TRUE);
        return List.of(hints);
    }

    /** The listener returned, its transaction did not commit. */
    private static final class NotCommitted extends Exception {
        private static final long serialVersionUID = 1L;

        NotCommitted() {
            super("the transaction was rolled back", null, false, false);
        }
    }
}
