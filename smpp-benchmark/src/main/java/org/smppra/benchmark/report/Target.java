package org.smppra.benchmark.report;

import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER;
import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.JSMPP;
import static org.smppra.benchmark.scenario.Contestant.JSMPP_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.LIMIT;

import java.util.List;
import java.util.function.ToDoubleFunction;
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
        RATE(Cell::rate, true),
        P99(Cell::p99Micros, false),
        CPU(Cell::cpuSeconds, false),
        OCTETS(Cell::octetsPerMessage, false);

        private final ToDoubleFunction<Cell> value;
        private final boolean atLeast;

        Measure(ToDoubleFunction<Cell> value, boolean atLeast) {
            this.value = value;
            this.atLeast = atLeast;
        }
    }

    enum Against {
        PEERS("the better peer", List.of(JSMPP, CLOUDHOPPER)),
        PEERS_AS_SHIPPED("the better peer as shipped", List.of(JSMPP_AS_SHIPPED, CLOUDHOPPER_AS_SHIPPED)),
        SOCKET_LIMIT("the limit", List.of(LIMIT)),
        NOTHING("", List.of());

        private final String title;
        private final List<Contestant> others;

        Against(String title, List<Contestant> others) {
            this.title = title;
            this.others = others;
        }

        String title() {
            return title;
        }

        List<Contestant> others() {
            return others;
        }
    }

    /** NaN if it was not measured. */
    double reached(Results results) {
        if (against.others.isEmpty()) {
            return results.values(scenario, ours, measure.value).median();
        }
        DoubleStream ratios = against.others.stream()
                .mapToDouble(other ->
                        results.ratios(scenario, ours, other, measure.value).median());
        return (measure.atLeast ? ratios.min() : ratios.max()).orElse(Double.NaN);
    }

    boolean isAtLeast() {
        return measure.atLeast;
    }

    boolean isMet(double reached) {
        return measure.atLeast ? reached >= bound : reached <= bound;
    }
}
