package org.smppra.benchmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Scenario;

/** All cells. Contestants are compared only within a round: the machine changes between rounds. */
public final class Results {
    private record Row(String scenario, Contestant contestant) {}

    private final Map<Row, TreeMap<Integer, Cell>> cells = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    public void add(int round, Scenario scenario, Contestant contestant, Cell cell) {
        cells.computeIfAbsent(new Row(scenario.name(), contestant), row -> new TreeMap<>())
                .put(round, cell);
    }

    /** Round 0 is the warm-up. */
    public void failed(int round, Scenario scenario, Contestant contestant, String why) {
        failures.add(scenario.name() + ", " + contestant.title() + ", round " + round + ": " + why);
    }

    List<String> failures() {
        return failures;
    }

    private Map<Integer, Cell> of(String scenario, Contestant contestant) {
        return cells.getOrDefault(new Row(scenario, contestant), new TreeMap<>());
    }

    Spread values(String scenario, Contestant contestant, ToDoubleFunction<Cell> value) {
        return Spread.of(of(scenario, contestant).values().stream().mapToDouble(value));
    }

    /** The ratio of each round in which both were measured. */
    Spread ratios(String scenario, Contestant one, Contestant other, ToDoubleFunction<Cell> value) {
        Map<Integer, Cell> others = of(scenario, other);
        return Spread.of(of(scenario, one).entrySet().stream()
                .filter(each -> others.containsKey(each.getKey()))
                .mapToDouble(
                        each -> value.applyAsDouble(each.getValue()) / value.applyAsDouble(others.get(each.getKey()))));
    }
}
