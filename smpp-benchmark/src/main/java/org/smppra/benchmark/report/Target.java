package org.smppra.benchmark.report;

import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER;
import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.JSMPP;
import static org.smppra.benchmark.scenario.Contestant.JSMPP_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.LIMIT;

import java.util.List;
import java.util.stream.DoubleStream;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.scenario.Contestant;

/**
 * What one of our rows is to reach.
 *
 * @param bound of the median ratio to the better of the others, or of the value itself
 */
record Target(String title, String scenario, Contestant ours, Measure measure, Against against, double bound) {
    enum Measure {
        RATE,
        P99,
        CPU,
        OCTETS;

        double of(Cell cell) {
            return switch (this) {
                case RATE -> cell.rate();
                case P99 -> cell.p99Micros();
                case CPU -> cell.cpuSeconds();
                case OCTETS -> cell.octetsPerMessage();
            };
        }
    }

    enum Against {
        PEERS("the better peer"),
        PEERS_AS_SHIPPED("the better peer as shipped"),
        SOCKET_LIMIT("the limit"),
        NOTHING("");

        private final String title;

        Against(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        List<Contestant> others() {
            return switch (this) {
                case PEERS -> List.of(JSMPP, CLOUDHOPPER);
                case PEERS_AS_SHIPPED -> List.of(JSMPP_AS_SHIPPED, CLOUDHOPPER_AS_SHIPPED);
                case SOCKET_LIMIT -> List.of(LIMIT);
                case NOTHING -> List.of();
            };
        }
    }

    /** NaN if it was not measured. */
    double reached(Results results) {
        if (against.others().isEmpty()) {
            return results.values(scenario, ours, measure::of).median();
        }
        DoubleStream ratios = against.others().stream()
                .mapToDouble(other ->
                        results.ratios(scenario, ours, other, measure::of).median());
        return (isAtLeast() ? ratios.min() : ratios.max()).orElse(Double.NaN);
    }

    boolean isAtLeast() {
        return measure == Measure.RATE;
    }

    boolean isMet(double reached) {
        return isAtLeast() ? reached >= bound : reached <= bound;
    }
}
