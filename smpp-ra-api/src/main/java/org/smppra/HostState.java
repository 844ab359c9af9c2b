package org.smppra;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of one host of a gateway. */
public final class HostState implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a host stands; the best of its binds counts. */
    public enum Phase {
        DOWN,
        CONNECTING,
        BINDING,
        BOUND,
        /** It or we asked to unbind: answers are awaited, nothing new is sent. */
        DRAINING
    }

    private final Phase phase;
    private final int submitting;
    private final int receiving;
    private final int outstanding;
    private final @Nullable Instant changedAt;
    private final @Nullable String lastError;

    private HostState(
            Phase phase,
            int submitting,
            int receiving,
            int outstanding,
            @Nullable Instant changedAt,
            @Nullable String lastError) {
        this.phase = Objects.requireNonNull(phase, "phase");
        this.submitting = submitting;
        this.receiving = receiving;
        this.outstanding = outstanding;
        this.changedAt = changedAt;
        this.lastError = lastError;
    }

    /** For the engine and for tests. */
    public static HostState of(
            Phase phase,
            int submitting,
            int receiving,
            int outstanding,
            @Nullable Instant changedAt,
            @Nullable String lastError) {
        return new HostState(phase, submitting, receiving, outstanding, changedAt, lastError);
    }

    public Phase phase() {
        return phase;
    }

    /** Binds that can submit now (transceiver or transmitter). */
    public int submitting() {
        return submitting;
    }

    /** Binds that can receive now (transceiver or receiver). */
    public int receiving() {
        return receiving;
    }

    /** Requests written or about to be, without an answer yet. */
    public int outstanding() {
        return outstanding;
    }

    /** When the phase changed last. */
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    /** Why it is not bound, or was not before; in words. */
    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    @Override
    public String toString() {
        return phase + (lastError == null ? "" : " (" + lastError + ")");
    }
}
