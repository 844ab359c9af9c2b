package org.smppra.ra.settings;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What only the adapter has: its outbox, and bounds. Null: not set. */
public class AdapterProperties extends SubmitProperties {
    private static final long serialVersionUID = 1L;

    /**
     * The directory, for this adapter or client alone; in a server `smpp-ra` and the account's name in its data
     * directory unless set.
     */
    public @Nullable String getOutboxDirectory() {
        return text("outboxDirectory");
    }

    @ConfigProperty
    public void setOutboxDirectory(@Nullable String value) {
        set("outboxDirectory", value);
    }

    /** Submissions that may wait; 1000000 unless set. */
    @Min(1)
    @Max(100_000_000)
    public @Nullable Integer getOutboxCapacity() {
        return number("outboxCapacity");
    }

    @ConfigProperty
    public void setOutboxCapacity(@Nullable Integer value) {
        set("outboxCapacity", value);
    }

    /** Octets of them; 335544320 unless set. */
    @Min(1_048_576)
    public @Nullable Integer getOutboxCapacityOctets() {
        return number("outboxCapacityOctets");
    }

    @ConfigProperty
    public void setOutboxCapacityOctets(@Nullable Integer value) {
        set("outboxCapacityOctets", value);
    }

    /** After which a submission that was not sent is settled as expired; 172800000 unless set. */
    @Min(1)
    public @Nullable Integer getOutboxMaxAgeMillis() {
        return number("outboxMaxAgeMillis");
    }

    @ConfigProperty
    public void setOutboxMaxAgeMillis(@Nullable Integer value) {
        set("outboxMaxAgeMillis", value);
    }

    /** How long a result is kept that no listener took; 259200000 unless set. */
    @Min(0)
    public @Nullable Integer getSettledRetentionMillis() {
        return number("settledRetentionMillis");
    }

    @ConfigProperty
    public void setSettledRetentionMillis(@Nullable Integer value) {
        set("settledRetentionMillis", value);
    }

    /** How long an idempotency key is known; 86400000 unless set. */
    @Min(0)
    public @Nullable Integer getIdempotencyRetentionMillis() {
        return number("idempotencyRetentionMillis");
    }

    @ConfigProperty
    public void setIdempotencyRetentionMillis(@Nullable Integer value) {
        set("idempotencyRetentionMillis", value);
    }

    /** After which the body of a settled submission is gone from the disk, at the latest; 3600000 unless set. */
    @Min(1000)
    public @Nullable Integer getEraseWithinMillis() {
        return number("eraseWithinMillis");
    }

    @ConfigProperty
    public void setEraseWithinMillis(@Nullable Integer value) {
        set("eraseWithinMillis", value);
    }

    /**
     * Accounts that getConnection(systemId, password) and the container's sign-on may use at a time; 100 unless set.
     */
    @Min(1)
    @Max(100_000)
    public @Nullable Integer getMaxAccounts() {
        return number("maxAccounts");
    }

    @ConfigProperty
    public void setMaxAccounts(@Nullable Integer value) {
        set("maxAccounts", value);
    }
}
