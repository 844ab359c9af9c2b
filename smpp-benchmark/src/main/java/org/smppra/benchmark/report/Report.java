package org.smppra.benchmark.report;

import java.util.List;
import org.smppra.benchmark.scenario.Scenario;

/** The tables of a run in Markdown. */
public final class Report {
    private final List<Scenario> scenarios;
    private final Results results;

    public Report(List<Scenario> scenarios, Results results) {
        this.scenarios = scenarios;
        this.results = results;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : scenarios) {
            text.append(new Table(scenario, results).text()).append('\n');
        }
        if (Targets.all().stream().anyMatch(target -> !Double.isNaN(target.reached(results)))) {
            text.append(Targets.text(results));
        }
        if (!results.failures().isEmpty()) {
            text.append("\n## Cells that failed\n\n");
            results.failures()
                    .forEach(failure -> text.append("- ").append(failure).append('\n'));
        }
        return text.toString();
    }
}
