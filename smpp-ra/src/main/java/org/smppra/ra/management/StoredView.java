package org.smppra.ra.management;

import org.smppra.Stored;

/** A held submission, or a dead letter, in JMX. */
public final class StoredView {
    private final Stored stored;

    StoredView(Stored stored) {
        this.stored = stored;
    }

    public String getId() {
        return stored.id();
    }

    public String getReference() {
        return stored.reference();
    }

    public String getStoredAt() {
        return stored.storedAt().toString();
    }

    public int getAttempts() {
        return stored.attempts();
    }

    public String getReason() {
        return stored.reason();
    }
}
