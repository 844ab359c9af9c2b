package org.smppra.it.transactions;

import static org.smppra.it.transactions.Steps.committed;
import static org.smppra.it.transactions.Steps.refusing;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.rollbackOnly;
import static org.smppra.it.transactions.Steps.rolledBack;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;
import static org.smppra.it.transactions.Steps.throwRuntime;

import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Transactions that end in every way, many at the same time. */
final class Mixture {
    private static final int WAYS = 7;
    private static final int COMMITTING = 3;

    private final Application application;
    private final int threads;
    private final int each;

    Mixture(Application application, int threads, int each) {
        this.application = application;
        this.threads = threads;
        this.each = each;
    }

    /** Runs all, and answers the references of those that committed, sorted. */
    List<String> run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(pool.submit(() -> one(thread)));
            }
            List<String> committed = new ArrayList<>();
            for (Future<List<String>> future : all) {
                committed.addAll(future.get());
            }
            return committed.stream().sorted().toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private List<String> one(int thread) throws Exception {
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            String reference = "t" + thread + "-" + i;
            int way = (thread + i) % WAYS;
            Done done = application.run(transaction(way, row(reference), submit("outbox", reference)));
            if (way < COMMITTING && !done.isFine()) {
                throw new AssertionError(done.toString());
            }
            if (way < COMMITTING) {
                committed.add(reference);
            }
        }
        return committed;
    }

    private static JsonArray transaction(int way, JsonArray row, JsonArray message) {
        return switch (way) {
            case 0 -> required(row, message);
            case 1 -> committed(60, message, row);
            case 2 -> required(message, required(row));
            case 3 -> required(row, message, rollbackOnly());
            case 4 -> rolledBack(message, row);
            case 5 -> required(row, message, throwRuntime());
            default -> required(message, refusing(), row);
        };
    }
}
