package org.smppra.it.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the rounds said of one body. */
final class Rates {
    private final List<Map<Feed, Cell>> rounds = new ArrayList<>();

    void add(Map<Feed, Cell> round) {
        rounds.add(round);
    }

    double rate(Feed feed) {
        return median(sorted(round -> round.get(feed).rate()));
    }

    double cpuSeconds(Feed feed) {
        return median(sorted(round -> round.get(feed).cpuSeconds()));
    }

    double providerCpuSeconds() {
        return median(sorted(round -> round.get(Feed.RECEIPTS).providerCpuSeconds()));
    }

    /** How many times as many receipts as messages of this feed, of each round: the least, the median, the most. */
    double[] ratios(Feed feed) {
        double[] all = sorted(
                round -> round.get(Feed.RECEIPTS).rate() / round.get(feed).rate());
        return new double[] {all[0], median(all), all[all.length - 1]};
    }

    private double[] sorted(ToDoubleFunction<Map<Feed, Cell>> of) {
        return rounds.stream().mapToDouble(of).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
