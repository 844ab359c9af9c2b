package org.smppra.ra.management;

import java.util.Optional;
import org.smppra.HostState;

/** A host in JMX. */
public final class HostView {
    private final String name;
    private final HostState state;

    HostView(String name, HostState state) {
        this.name = name;
        this.state = state;
    }

    public String getName() {
        return name;
    }

    public String getPhase() {
        return state.phase().name();
    }

    public int getSubmitting() {
        return state.submitting();
    }

    public int getReceiving() {
        return state.receiving();
    }

    public int getOutstanding() {
        return state.outstanding();
    }

    /** Empty: it never changed. */
    public String getChangedAt() {
        return text(state.changedAt());
    }

    /** Empty: there was none. */
    public String getLastError() {
        return text(state.lastError());
    }

    static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
