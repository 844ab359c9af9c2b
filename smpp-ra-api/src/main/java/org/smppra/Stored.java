package org.smppra;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** An entry of a {@link Store}, as an operator sees it. */
public final class Stored implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String reference;
    private final Instant storedAt;
    private final int attempts;
    private final String reason;

    private Stored(String id, String reference, Instant storedAt, int attempts, String reason) {
        this.id = Objects.requireNonNull(id, "id");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.storedAt = Objects.requireNonNull(storedAt, "storedAt");
        this.attempts = attempts;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** For the engine and for tests. */
    public static Stored of(String id, String reference, Instant storedAt, int attempts, String reason) {
        return new Stored(id, reference, storedAt, attempts, reason);
    }

    public String id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Instant storedAt() {
        return storedAt;
    }

    public int attempts() {
        return attempts;
    }

    /** Why it is here, in words. */
    public String reason() {
        return reason;
    }
}
