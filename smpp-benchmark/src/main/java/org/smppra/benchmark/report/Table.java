package org.smppra.benchmark.report;

import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER;
import static org.smppra.benchmark.scenario.Contestant.JSMPP;
import static org.smppra.benchmark.scenario.Contestant.LIMIT;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Load;
import org.smppra.benchmark.scenario.Scenario;

/** One scenario: a row each contestant. */
final class Table {
    private final Scenario scenario;
    private final Results results;
    private final boolean paced;

    Table(Scenario scenario, Results results) {
        this.scenario = scenario;
        this.results = results;
        this.paced = scenario.load() == Load.PACED;
    }

    String text() {
        String ratio = paced ? "p50 to " : "to ";
        StringBuilder text = new StringBuilder("## " + scenario.title() + "\n\n");
        text.append("| contestant | " + what() + "/s | " + ratio + "jSMPP | " + ratio + "Cloudhopper | " + ratio
                + "the limit | p50 µs | p99 µs | p99.9 µs | CPU-s a 100,000 | octets each |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Contestant contestant : scenario.contestants()) {
            text.append(row(contestant));
        }
        return text.toString();
    }

    private String what() {
        if (scenario.load() == Load.RECEIPTS_IN) {
            return "receipts";
        }
        return scenario.receipts() ? "submits and receipts" : "submits";
    }

    private String row(Contestant contestant) {
        return String.join(
                        " | ",
                        "| " + contestant.title(),
                        median(contestant, "%,.0f", Cell::rate),
                        ratio(contestant, JSMPP),
                        ratio(contestant, CLOUDHOPPER),
                        ratio(contestant, LIMIT),
                        median(contestant, "%,.1f", Cell::p50Micros),
                        median(contestant, "%,.1f", Cell::p99Micros),
                        median(contestant, "%,.1f", Cell::p999Micros),
                        median(contestant, "%.3f", Cell::cpuSeconds),
                        median(contestant, "%,.0f", Cell::octetsPerMessage))
                + " |\n";
    }

    private String median(Contestant contestant, String format, ToDoubleFunction<Cell> value) {
        Spread spread = results.values(scenario.name(), contestant, value);
        return spread.isEmpty() || spread.most() == 0 ? "–" : String.format(Locale.ROOT, format, spread.median());
    }

    private String ratio(Contestant contestant, Contestant other) {
        if (contestant == other) {
            return "1";
        }
        Spread ratios = results.ratios(scenario.name(), contestant, other, paced ? Cell::p50Micros : Cell::rate);
        if (ratios.isEmpty()) {
            return "–";
        }
        String format = other == LIMIT ? "%.3f" : "%.2f (%.2f–%.2f)";
        return String.format(Locale.ROOT, format, ratios.median(), ratios.least(), ratios.most());
    }
}
