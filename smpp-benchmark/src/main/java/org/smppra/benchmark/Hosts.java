package org.smppra.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.smppra.benchmark.client.Bind;
import org.smppra.benchmark.responder.Certificate;
import org.smppra.benchmark.scenario.Peer;
import org.smppra.benchmark.scenario.Scenario;

/** Where a peer listens: four ports of the loopback, and the certificate that it shows. */
record Hosts(int first, int second, int firstTls, int secondTls, String certificate) {
    static Hosts parse(String line) {
        String[] words = line.split(" ", 5);
        return new Hosts(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words[4]);
    }

    String line() {
        return first + " " + second + " " + firstTls + " " + secondTls + " " + certificate;
    }

    Bind bind(Scenario scenario, Runnable received) throws IOException, GeneralSecurityException {
        List<Integer> ports = scenario.tls() ? List.of(firstTls, secondTls) : List.of(first, second);
        return new Bind(
                ports.subList(0, scenario.hosts()),
                scenario.tls() ? Certificate.context(Path.of(certificate)) : null,
                systemId(scenario),
                scenario.window(),
                scenario.receipts(),
                received);
    }

    /** The simulator keeps what a client has not acknowledged for the next of its name: each has its own. */
    private static String systemId(Scenario scenario) {
        return scenario.peer() == Peer.SIMULATOR
                ? scenario.systemId() + "-"
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt())
                : scenario.systemId();
    }
}
