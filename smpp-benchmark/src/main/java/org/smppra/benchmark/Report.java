package org.smppra.benchmark;

import java.util.Locale;

/** The tables, as Markdown. */
final class Report {
    private static final String HEAD =
            """
            | engine | submits/s | ratio to jSMPP (least – most) | ratio to the limit | p50 µs | p99 µs \
            | CPU-s a 100,000 | octets a submit |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : Scenario.values()) {
            text.append("## ").append(scenario.title()).append("\n\n").append(HEAD);
            for (Contestant contestant : Contestant.values()) {
                text.append(row(scenario, contestant));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String row(Scenario scenario, Contestant contestant) {
        double[] ratios = results.ratios(scenario, contestant, Contestant.JSMPP, Cell::rate);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f (%.2f – %.2f) | %.3f | %.1f | %.1f | %.3f | %,.0f |%n",
                contestant.title(),
                results.median(scenario, contestant, Cell::rate),
                results.ratio(scenario, contestant, Contestant.JSMPP, Cell::rate),
                ratios[0],
                ratios[ratios.length - 1],
                results.ratio(scenario, contestant, Contestant.LIMIT, Cell::rate),
                results.median(scenario, contestant, Cell::p50Micros),
                results.median(scenario, contestant, Cell::p99Micros),
                results.median(scenario, contestant, Cell::cpuSeconds),
                results.median(scenario, contestant, Cell::octetsPerSubmit));
    }
}
