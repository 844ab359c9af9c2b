package org.smppra.benchmark.load;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One contestant in one scenario in one round.
 *
 * @param receipts that were acknowledged
 * @param nanos that were measured
 * @param p50 nanoseconds from a submit, or a batch, to its answer; 0 = not measured
 * @param cpu nanoseconds of the contestant's process
 * @param allocated octets on the heap of the contestant's process
 */
public record Cell(long submits, long receipts, long nanos, long p50, long p99, long p999, long cpu, long allocated) {
    public static Cell parse(String line) {
        long[] v = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Cell(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    public String line() {
        return LongStream.of(submits, receipts, nanos, p50, p99, p999, cpu, allocated)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    /** Of submits and receipts together. */
    public long messages() {
        return submits + receipts;
    }

    /** Messages a second. */
    public double rate() {
        return messages() * 1e9 / nanos;
    }

    public double p50Micros() {
        return p50 / 1e3;
    }

    public double p99Micros() {
        return p99 / 1e3;
    }

    public double p999Micros() {
        return p999 / 1e3;
    }

    /** CPU-seconds for 100,000 messages. */
    public double cpuSeconds() {
        return cpu / 1e9 * 100_000 / messages();
    }

    public double octetsPerMessage() {
        return (double) allocated / messages();
    }
}
