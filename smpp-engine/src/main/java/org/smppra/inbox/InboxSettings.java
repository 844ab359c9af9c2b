package org.smppra.inbox;

import java.time.Duration;

/**
 * How much an inbox may hold, of all accounts together.
 *
 * @param capacity how many may be stored and not delivered
 * @param capacityOctets of them, on disk
 * @param deadLetters how many dead letters are kept; there are no more until one is settled
 * @param deadLetterOctets of them, on disk
 * @param receipts how many committed receipts, and as many final ones, are remembered
 * @param receiptAge for how long
 * @param sent of how many messageIds what was sent is remembered
 * @param sentAge for how long
 */
public record InboxSettings(
        int capacity,
        long capacityOctets,
        int deadLetters,
        long deadLetterOctets,
        int receipts,
        Duration receiptAge,
        int sent,
        Duration sentAge) {

    /** A million and 256 MiB, a hundred thousand and 64 MiB, 200,000 for 48 h, 500,000 for 72 h. */
    public static InboxSettings defaults() {
        return new InboxSettings(
                1_000_000,
                256L << 20,
                100_000,
                64L << 20,
                200_000,
                Duration.ofHours(48),
                500_000,
                Duration.ofHours(72));
    }
}
