package org.smppra.simulator.tool.http;

import java.util.Map;
import java.util.TreeMap;
import org.smppra.simulator.MessageOutcome;
import org.smppra.simulator.Outcomes;

/** What becomes of messages, by the beginning of their destination. */
final class OutcomeCalls {
    private static final String ANY = "any";

    private final Outcomes outcomes;

    OutcomeCalls(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/outcomes", request -> all())
                .add("PUT", "/api/outcomes/{prefix}", this::put)
                .add("DELETE", "/api/outcomes/{prefix}", this::remove);
    }

    private Answer all() {
        Map<String, Object> json = new TreeMap<>();
        outcomes.rules().forEach((prefix, outcome) -> json.put(prefix.isEmpty() ? ANY : prefix, outcome.toString()));
        return Answer.json(Map.of("outcomes", json));
    }

    private Answer put(Request request) {
        String text = request.parameters("outcome").text("outcome");
        try {
            outcomes.put(prefix(request), MessageOutcome.parse(text));
        } catch (IllegalArgumentException e) {
            throw Problem.of("outcome", String.valueOf(e.getMessage()));
        }
        return all();
    }

    private Answer remove(Request request) {
        if (!outcomes.remove(prefix(request))) {
            throw new Problem(404, "prefix", "there is no outcome for this prefix");
        }
        return all();
    }

    private static String prefix(Request request) {
        // A + in an address means a blank to some: both are left out.
        String prefix = request.path().get(2).strip().replace("+", "");
        if (prefix.equals(ANY)) {
            return "";
        }
        if (!prefix.matches("[0-9]{1,20}")) {
            throw Problem.of("prefix", "must be digits, or any");
        }
        return prefix;
    }
}
