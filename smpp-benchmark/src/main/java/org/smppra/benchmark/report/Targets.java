package org.smppra.benchmark.report;

import static org.smppra.benchmark.scenario.Contestant.GATEWAY;
import static org.smppra.benchmark.scenario.Contestant.GATEWAY_BATCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smppra.benchmark.report.Target.Against;
import org.smppra.benchmark.report.Target.Measure;

/** What the engine promises, and whether it kept it. All are about the gateway floor. */
final class Targets {
    private Targets() {}

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        all.add(new Target("1 caller: rate", "callers-1", GATEWAY, Measure.RATE, Against.PEERS, 1.1));
        all.add(new Target("1 caller: p99", "callers-1", GATEWAY, Measure.P99, Against.PEERS, 1));
        all.add(new Target("1 caller: CPU", "callers-1", GATEWAY, Measure.CPU, Against.PEERS, 0.85));
        all.add(new Target("16 callers: rate", "callers-16", GATEWAY, Measure.RATE, Against.PEERS, 1.7));
        all.add(new Target("64 callers: rate", "callers-64", GATEWAY, Measure.RATE, Against.PEERS, 3.5));
        for (int window : new int[] {50, 100, 500}) {
            String name = "window-" + window;
            all.add(new Target("Window " + window, name, GATEWAY, Measure.RATE, Against.PEERS, 10));
            all.add(new Target("Window " + window + ", batch", name, GATEWAY_BATCH, Measure.RATE, Against.PEERS, 18));
        }
        all.add(new Target("Window 50", "window-50", GATEWAY, Measure.RATE, Against.SOCKET_LIMIT, 0.2));
        all.add(new Target("Window 50, batch", "window-50", GATEWAY_BATCH, Measure.RATE, Against.SOCKET_LIMIT, 0.4));
        all.add(new Target("Receipts coming in", "receipts-in", GATEWAY, Measure.RATE, Against.PEERS, 20));
        all.add(new Target("Receipts coming in", "receipts-in", GATEWAY, Measure.RATE, Against.PEERS_AS_SHIPPED, 20));
        all.add(new Target("TLS, window 100", "tls-window-100", GATEWAY, Measure.RATE, Against.PEERS, 12));
        all.add(new Target("TLS, window 100, batch", "tls-window-100", GATEWAY_BATCH, Measure.RATE, Against.PEERS, 12));
        String each = "A receipt for each submit, ";
        String oneCaller = "receipt-each-callers-1";
        String window50 = "receipt-each-window-50";
        all.add(new Target(each + "1 caller", oneCaller, GATEWAY, Measure.RATE, Against.PEERS_AS_SHIPPED, 10));
        all.add(new Target(each + "window 50", window50, GATEWAY, Measure.RATE, Against.PEERS_AS_SHIPPED, 10));
        all.add(new Target(each + "window 50", window50, GATEWAY, Measure.RATE, Against.PEERS, 3));
        for (String name : List.of("callers-1", "callers-16", "callers-64", "window-100")) {
            all.add(new Target("Octets a submit, " + name, name, GATEWAY, Measure.OCTETS, Against.NOTHING, 200));
        }
        all.add(new Target(
                "Octets a submit, window-100, batch",
                "window-100",
                GATEWAY_BATCH,
                Measure.OCTETS,
                Against.NOTHING,
                200));
        return all;
    }

    static String text(Results results) {
        StringBuilder text = new StringBuilder(
                """
                ## Targets

                Of the gateway floor. A ratio is the median of the rounds' own ratios; of the two peers the one counts \
                that leaves us less.

                | target | against | wanted | measured | met |
                |---|---|---:|---:|---|
                """);
        for (Target target : all()) {
            double reached = target.reached(results);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s %s | %s | %s |%n",
                    target.title(),
                    target.against().title(),
                    target.isAtLeast() ? "≥" : "≤",
                    number(target.bound()),
                    number(reached),
                    Double.isNaN(reached) ? "not measured" : target.isMet(reached) ? "yes" : "**no**"));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
