package org.smppra.outbox;

/**
 * Bounds of an outbox that no administrator needs to know.
 *
 * @param settled submissions that are kept although they are settled: results that nobody took, idempotency keys
 * @param cacheOctets of bodies in memory
 * @param openTransactions that are neither prepared nor decided
 * @param transactionOctets on disk, of one transaction
 */
record Bounds(int settled, long cacheOctets, int openTransactions, int transactionOctets) {
    static Bounds defaults() {
        return new Bounds(250_000, 16 << 20, 100_000, 60 << 20);
    }
}
