package org.smppra.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import org.smppra.benchmark.client.AsyncClient;
import org.smppra.benchmark.client.BatchClient;
import org.smppra.benchmark.client.Client;
import org.smppra.benchmark.client.SyncClient;
import org.smppra.benchmark.scenario.Scenario;

/** What one thread does, once at least, until it is told to stop. */
interface Work {
    void run() throws Exception;

    /** The threads of a scenario, given what this client can do. */
    static List<Work> of(Client client, Scenario scenario, Tally tally) {
        return switch (scenario.load()) {
            case CALLERS, VIRTUAL_CALLERS -> callers(client, scenario.size(), tally);
            case WINDOW -> window(client, scenario.size(), tally);
            case PACED -> List.of(new PacedCaller(attempt(client, tally), 1_000_000_000L / scenario.size(), tally));
            case RECEIPTS_IN -> List.of();
        };
    }

    private static List<Work> callers(Client client, int callers, Tally tally) {
        if (client instanceof SyncClient) {
            List<Work> works = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                works.add(new Caller(attempt(client, tally), tally));
            }
            return works;
        }
        return batch(client, callers, tally);
    }

    private static List<Work> window(Client client, int window, Tally tally) {
        if (client instanceof AsyncClient async) {
            return List.of(new Producer(async, window, tally));
        }
        return client instanceof BatchClient ? batch(client, window, tally) : callers(client, window, tally);
    }

    private static List<Work> batch(Client client, int size, Tally tally) {
        return List.of(new Caller(() -> ((BatchClient) client).submitAll(size).forEach(tally::answered), tally));
    }

    private static Work attempt(Client client, Tally tally) {
        return client instanceof SyncClient sync
                ? () -> tally.answered(sync.submit())
                : () -> ((BatchClient) client).submitAll(1).forEach(tally::answered);
    }
}
