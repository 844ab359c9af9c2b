package org.smppra.benchmark;

import java.util.List;
import org.smppra.benchmark.scenario.Scenario;

/** Says how far the run is. */
final class Progress {
    private final int rounds;
    private final int allCells;
    private final long start = System.nanoTime();
    private int cells;

    Progress(List<Scenario> scenarios, int rounds) {
        this.rounds = rounds;
        this.allCells = (rounds + 1)
                * scenarios.stream()
                        .mapToInt(scenario -> scenario.contestants().size())
                        .sum();
    }

    void done(int round, Scenario scenario) {
        cells += scenario.contestants().size();
        double minutes = (System.nanoTime() - start) / 60e9;
        String which = round == 0 ? "warm-up" : "round " + round + " of " + rounds;
        System.out.printf(
                "%-12s %-32s %5.1f min, about %.1f min left%n",
                which, scenario.name(), minutes, minutes / cells * (allCells - cells));
    }
}
