package org.smppra.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.smppra.benchmark.client.Bind;
import org.smppra.benchmark.responder.Certificate;
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
                scenario.systemId(),
                scenario.window(),
                scenario.receipts(),
                received);
    }
}
