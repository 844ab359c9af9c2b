package org.smppra.outbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where an outbox is, and how much it may hold.
 *
 * @param directory its own; nobody else's
 * @param capacity submissions that may wait
 * @param capacityOctets of them
 * @param maxAge after which one that was not sent is settled as expired
 * @param settledRetention how long a result is kept that no listener took
 * @param idempotencyRetention how long an idempotency key is known
 * @param eraseWithin after which the body of a settled submission is gone from the disk
 */
public record OutboxSettings(
        Path directory,
        int capacity,
        long capacityOctets,
        Duration maxAge,
        Duration settledRetention,
        Duration idempotencyRetention,
        Duration eraseWithin) {}
