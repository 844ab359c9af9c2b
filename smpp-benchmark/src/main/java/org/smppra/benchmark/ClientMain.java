package org.smppra.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.smppra.benchmark.client.Client;
import org.smppra.benchmark.client.Clients;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.load.Cells;
import org.smppra.benchmark.load.Tally;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Sample;
import org.smppra.benchmark.scenario.Scenario;
import org.smppra.benchmark.scenario.Scenarios;

/**
 * The process of one contestant: reads {@code <scenario> <millis>} lines, binds anew for each, answers with a {@link
 * Cell} or {@code failed <why>}.
 */
final class ClientMain {
    static final String FAILED = "failed ";

    private static final long SETTLE_MILLIS = 150;
    private static final long PATIENCE_MILLIS = 45_000;

    private final Contestant contestant;
    private final Hosts hosts;

    private ClientMain(Contestant contestant, Hosts hosts) {
        this.contestant = contestant;
        this.hosts = hosts;
    }

    public static void main(String[] args) throws Exception {
        endWithParent();
        Logger log = Logger.getLogger("org.smppra");
        log.setLevel(Level.WARNING); // each cell binds anew; our peers log nothing at all
        ClientMain main = new ClientMain(Contestant.valueOf(args[0]), Hosts.parse(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            System.out.println(main.run(Scenarios.named(words[0]), Long.parseLong(words[1])));
        }
        log.fine("the input has ended"); // until here the level must hold
        Runtime.getRuntime().halt(0); // whatever threads a contestant has left
    }

    /** Also in the midst of a cell that hangs. */
    private static void endWithParent() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        CompletableFuture<Void> unused =
                parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }

    private String run(Scenario scenario, long millis) {
        Thread limit = limit(millis + PATIENCE_MILLIS);
        try {
            return cell(scenario, millis);
        } finally {
            limit.interrupt();
        }
    }

    /** A contestant that hangs loses its process, not the run. */
    private static Thread limit(long millis) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(millis);
                Runtime.getRuntime().halt(1);
            } catch (InterruptedException e) {
                // the cell has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private String cell(Scenario scenario, long millis) {
        Tally tally = new Tally(id -> id.length() == Sample.ID);
        try (Client client = Clients.connect(contestant, scenario, hosts.bind(scenario, tally::received))) {
            return Cells.measure(client, scenario, tally, SETTLE_MILLIS, millis).line();
        } catch (Exception e) {
            return FAILED + e.toString().replaceAll("\\R", " ");
        }
    }
}
