package org.smppra.ra.inbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.engine.Attempt;

/** Delivers to one endpoint until nothing is left to deliver. */
final class DeliveryWork implements Work, WorkContextProvider {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(DeliveryWork.class.getName());
    private static final long NO_ENDPOINT_DELAY_MILLIS = 100;

    private final transient EndpointActivation activation;
    private volatile boolean released;

    DeliveryWork(EndpointActivation activation) {
        this.activation = activation;
    }

    @Override
    public void run() {
        MessageEndpoint endpoint = null;
        try {
            Attempt attempt = next();
            while (attempt != null) {
                endpoint = endpoint != null ? endpoint : createEndpoint(attempt);
                endpoint = endpoint == null ? null : deliver(endpoint, attempt);
                attempt = next();
            }
        } finally {
            if (endpoint != null) {
                endpoint.release();
            }
            activation.queue().ended();
        }
    }

    private @Nullable Attempt next() {
        return released ? null : activation.queue().take();
    }

    /** @return null if there is none, and the attempt was given back */
    private @Nullable MessageEndpoint createEndpoint(Attempt attempt) {
        try {
            return activation.createEndpoint();
        } catch (UnavailableException e) {
            activation.queue().holdOff(attempt, NO_ENDPOINT_DELAY_MILLIS);
        } catch (RuntimeException e) {
            activation.queue().failed(attempt, e);
        }
        return null;
    }

    /** @return the endpoint to use for the next one; null if this one failed and is released */
    private @Nullable MessageEndpoint deliver(MessageEndpoint endpoint, Attempt attempt) {
        Throwable failure = call(endpoint, attempt);
        if (failure == null) {
            attempt.committed();
            return endpoint;
        }
        activation.queue().failed(attempt, failure);
        endpoint.release();
        return null;
    }

    /** @return null if the outcome is sure: committed, or returned where there is no transaction */
    private @Nullable Throwable call(MessageEndpoint endpoint, Attempt attempt) {
        TransactionOutcome outcome = null;
        Throwable failure = null;
        try {
            endpoint.beforeDelivery(activation.listener().method());
            try {
                outcome = TransactionOutcome.observe(activation.transactions());
                activation.listener().call(endpoint, attempt.value());
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                endpoint.afterDelivery(); // always, or a transaction stays on this thread
            }
        } catch (NoSuchMethodException | ResourceException | RuntimeException e) {
            failure = failure == null ? e : failure;
        }
        if (failure == null && outcome != null && !outcome.committed()) {
            return new NotCommitted();
        }
        return failure;
    }

    @Override
    public void release() {
        LOG.log(Level.DEBUG, "SMPP-212 the server asks a delivery to end");
        released = true;
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
