package org.smppra.benchmark.report;

import java.util.stream.DoubleStream;

/** The values of all rounds in three; NaN if there is none. */
record Spread(double least, double median, double most) {
    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    boolean isEmpty() {
        return Double.isNaN(median);
    }
}
