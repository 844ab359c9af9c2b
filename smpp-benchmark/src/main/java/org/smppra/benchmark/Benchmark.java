package org.smppra.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smppra.benchmark.report.Machine;
import org.smppra.benchmark.report.Preface;
import org.smppra.benchmark.report.Report;
import org.smppra.benchmark.report.Results;
import org.smppra.benchmark.scenario.Scenario;
import org.smppra.benchmark.scenario.Scenarios;

/**
 * Measures, prints the tables and writes them. Arguments: the project's directory; the file in it, by default
 * docs/performance.md if all was measured, else none.
 */
final class Benchmark {
    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("bench.rounds", 7);
        double seconds = Double.parseDouble(System.getProperty("bench.seconds", "0.7"));
        String only = System.getProperty("bench.only", "");
        Optional<Path> jdk25 = Jdk25.find(System.getenv(), Path.of(System.getProperty("java.home")));
        List<Scenario> scenarios = chosen(only, jdk25.isPresent());
        double load = Machine.load();
        Results results;
        try (Processes processes = new Processes(jdk25)) {
            results = new Rounds(processes, scenarios, seconds).run(rounds);
        }
        String text = Preface.text(
                        rounds,
                        seconds,
                        load,
                        jdk25.map(Jdk25::name).orElse("not measured, no JDK 25 was found (JDK25_HOME)"))
                + new Report(scenarios, results).text().stripTrailing() + "\n";
        System.out.println(text);
        String name = args.length > 1 && !args[1].isEmpty() ? args[1] : only.isEmpty() ? "docs/performance.md" : "";
        if (args.length > 0 && !name.isEmpty()) {
            Path file = Path.of(args[0], name).toAbsolutePath().normalize();
            Files.writeString(file, text);
            System.out.println("written to " + file);
        }
    }

    private static List<Scenario> chosen(String only, boolean jdk25) {
        Pattern pattern = Pattern.compile(only);
        List<Scenario> chosen = Scenarios.all().stream()
                .filter(scenario -> pattern.matcher(scenario.name()).find())
                .filter(scenario -> jdk25 || !scenario.isOnJdk25())
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("bench.only='" + only + "' names none of "
                    + Scenarios.all().stream().map(Scenario::name).toList());
        }
        return chosen;
    }
}
