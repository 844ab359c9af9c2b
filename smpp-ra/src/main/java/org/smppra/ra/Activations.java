package org.smppra.ra;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.ra.inbound.EndpointActivation;

/** What is active, by the identity of factory and spec: whatever their equals says, each pair is one of its own. */
final class Activations {
    private final Map<MessageEndpointFactory, Map<ActivationSpec, EndpointActivation>> active = new IdentityHashMap<>();
    private boolean closed;

    /**
     * @return what was active for this pair before, and is not in here any more
     * @throws IllegalStateException if all was closed
     */
    synchronized @Nullable EndpointActivation put(
            MessageEndpointFactory factory, ActivationSpec spec, EndpointActivation activation) {
        if (closed) {
            throw new IllegalStateException("the resource adapter is stopped");
        }
        return active.computeIfAbsent(factory, f -> new IdentityHashMap<>()).put(spec, activation);
    }

    synchronized @Nullable EndpointActivation remove(MessageEndpointFactory factory, ActivationSpec spec) {
        Map<ActivationSpec, EndpointActivation> bySpec = active.get(factory);
        EndpointActivation activation = bySpec == null ? null : bySpec.remove(spec);
        if (bySpec != null && bySpec.isEmpty()) {
            active.remove(factory);
        }
        return activation;
    }

    /** Takes no other from now on. @return those that are active */
    synchronized List<EndpointActivation> close() {
        closed = true;
        List<EndpointActivation> left = new ArrayList<>();
        active.values().forEach(bySpec -> left.addAll(bySpec.values()));
        active.clear();
        return left;
    }
}
