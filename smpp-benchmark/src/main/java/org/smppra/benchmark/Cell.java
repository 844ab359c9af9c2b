package org.smppra.benchmark;

/**
 * One engine in one scenario in one round.
 *
 * @param p50 nanoseconds from a submit, or a batch, to its return
 * @param cpu nanoseconds of the engine's process
 * @param allocated octets on the heap of the engine's process
 */
record Cell(long submits, long nanos, long p50, long p99, long cpu, long allocated) {
    static Cell parse(String line) {
        String[] words = line.split(" ", -1);
        return new Cell(at(words, 0), at(words, 1), at(words, 2), at(words, 3), at(words, 4), at(words, 5));
    }

    private static long at(String[] words, int index) {
        return Long.parseLong(words[index]);
    }

    String line() {
        return submits + " " + nanos + " " + p50 + " " + p99 + " " + cpu + " " + allocated;
    }

    double rate() {
        return submits * 1e9 / nanos;
    }

    double p50Micros() {
        return p50 / 1e3;
    }

    double p99Micros() {
        return p99 / 1e3;
    }

    /** CPU-seconds for 100,000 submits. */
    double cpuSeconds() {
        return cpu / 1e9 * 100_000 / submits;
    }

    double octetsPerSubmit() {
        return (double) allocated / submits;
    }
}
