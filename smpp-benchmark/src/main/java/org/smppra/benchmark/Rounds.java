package org.smppra.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.report.Results;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Scenario;

/** Runs the cells: one round that does not count, then A B C, C B A, and so on. Only one contestant works at a time. */
final class Rounds {
    private final Processes processes;
    private final List<Scenario> scenarios;
    private final long millis;

    Rounds(Processes processes, List<Scenario> scenarios, double seconds) {
        this.processes = processes;
        this.scenarios = scenarios;
        this.millis = Math.round(seconds * 1000);
    }

    Results run(int rounds) throws IOException {
        Results results = new Results();
        Progress progress = new Progress(scenarios, rounds);
        for (int round = 0; round <= rounds; round++) {
            for (Scenario scenario : scenarios) {
                for (Contestant contestant : order(scenario, round)) {
                    take(results, round, scenario, contestant, ask(scenario, contestant));
                }
                progress.done(round, scenario);
            }
        }
        return results;
    }

    private String ask(Scenario scenario, Contestant contestant) throws IOException {
        Child client = processes.of(contestant, scenario);
        try {
            return client.ask(scenario.name() + " " + millis);
        } catch (IOException e) {
            client.close();
            return ClientMain.FAILED + "the process has ended";
        }
    }

    private static List<Contestant> order(Scenario scenario, int round) {
        List<Contestant> order = new ArrayList<>(scenario.contestants());
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    private static void take(Results results, int round, Scenario scenario, Contestant contestant, String answer) {
        if (answer.startsWith(ClientMain.FAILED)) {
            results.failed(round, scenario, contestant, answer.substring(ClientMain.FAILED.length()));
            System.out.printf("%s, %s: %s%n", scenario.name(), contestant.title(), answer);
        } else if (round > 0) {
            results.add(round, scenario, contestant, Cell.parse(answer));
        }
    }
}
