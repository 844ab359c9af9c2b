package org.smppra.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All cells, and what they come to. Engines are compared only within a round: the machine changes between rounds. */
final class Results {
    private final Map<Scenario, Map<Contestant, List<Cell>>> cells = new EnumMap<>(Scenario.class);

    void add(Scenario scenario, Contestant contestant, Cell cell) {
        cells.computeIfAbsent(scenario, s -> new EnumMap<>(Contestant.class))
                .computeIfAbsent(contestant, c -> new ArrayList<>())
                .add(cell);
    }

    private List<Cell> of(Scenario scenario, Contestant contestant) {
        return cells.getOrDefault(scenario, Map.of()).getOrDefault(contestant, List.of());
    }

    double median(Scenario scenario, Contestant contestant, ToDoubleFunction<Cell> value) {
        return median(of(scenario, contestant).stream().mapToDouble(value).toArray());
    }

    /** The median of the ratios of each round. */
    double ratio(Scenario scenario, Contestant one, Contestant other, ToDoubleFunction<Cell> value) {
        return median(ratios(scenario, one, other, value));
    }

    /** The ratio of each round, from the smallest to the largest. */
    double[] ratios(Scenario scenario, Contestant one, Contestant other, ToDoubleFunction<Cell> value) {
        List<Cell> ones = of(scenario, one);
        List<Cell> others = of(scenario, other);
        return IntStream.range(0, Math.min(ones.size(), others.size()))
                .mapToDouble(i -> value.applyAsDouble(ones.get(i)) / value.applyAsDouble(others.get(i)))
                .sorted()
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
