package org.smppra.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs the cells: one unmeasured round, then A B C, C B A, and so on. Only one engine works at a time. */
final class Rounds implements AutoCloseable {
    private final Child responder;
    private final Map<Contestant, Child> engines = new EnumMap<>(Contestant.class);
    private final long millis;

    Rounds(double seconds) throws IOException {
        millis = Math.round(seconds * 1000);
        responder = new Child(ResponderMain.class);
        String port = responder.read();
        for (Contestant contestant : Contestant.values()) {
            Child engine = new Child(ClientMain.class, contestant.name(), port);
            engines.put(contestant, engine);
            engine.read();
        }
    }

    Results run(int rounds) throws IOException {
        round(0, new Results());
        Results results = new Results();
        for (int i = 1; i <= rounds; i++) {
            System.out.printf("round %d of %d%n", i, rounds);
            round(i, results);
        }
        return results;
    }

    private void round(int number, Results results) throws IOException {
        List<Contestant> order = new ArrayList<>(List.of(Contestant.values()));
        if (number % 2 == 0) {
            Collections.reverse(order);
        }
        for (Scenario scenario : Scenario.values()) {
            for (Contestant contestant : order) {
                Child engine = engines.get(contestant);
                if (engine != null) {
                    results.add(scenario, contestant, Cell.parse(engine.ask(scenario.name() + " " + millis)));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Child engine : engines.values()) {
            engine.close();
        }
        responder.close();
    }
}
