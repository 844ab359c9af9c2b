package org.smppra.ra;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is active, by the identity of factory and spec: whatever their equals says, each pair is one of its own. */
final class Activations {
    private final Map<MessageEndpointFactory, Map<ActivationSpec, ActiveBean>> active = new IdentityHashMap<>();
    private boolean closed;

    /**
     * @return what was active for this pair before, and is not in here any more
     * @throws IllegalStateException if all was closed
     */
    synchronized @Nullable ActiveBean put(MessageEndpointFactory factory, ActivationSpec spec, ActiveBean bean) {
        if (closed) {
            throw new IllegalStateException("the resource adapter is stopped");
        }
        return active.computeIfAbsent(factory, f -> new IdentityHashMap<>()).put(spec, bean);
    }

    synchronized @Nullable ActiveBean remove(MessageEndpointFactory factory, ActivationSpec spec) {
        Map<ActivationSpec, ActiveBean> bySpec = active.get(factory);
        ActiveBean bean = bySpec == null ? null : bySpec.remove(spec);
        if (bySpec != null && bySpec.isEmpty()) {
            active.remove(factory);
        }
        return bean;
    }

    synchronized List<ActiveBean> all() {
        List<ActiveBean> all = new ArrayList<>();
        active.values().forEach(bySpec -> all.addAll(bySpec.values()));
        return all;
    }

    /** Takes no other from now on. @return those that are active */
    synchronized List<ActiveBean> close() {
        closed = true;
        List<ActiveBean> left = all();
        active.clear();
        return left;
    }
}
