package org.smppra.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Scenario;

/** The responder, and a process for each contestant that is needed: one on each JDK. */
final class Processes implements AutoCloseable {
    private final Path jdk = Path.of(System.getProperty("java.home"));
    private final Optional<Path> jdk25;
    private final Child responder;
    private final String hosts;
    private final Map<String, Child> clients = new HashMap<>();

    Processes(Optional<Path> jdk25) throws IOException {
        this.jdk25 = jdk25;
        responder = new Child(jdk, ResponderMain.class);
        hosts = responder.read();
    }

    Child of(Contestant contestant, Scenario scenario) throws IOException {
        Path home = scenario.isOnJdk25() ? jdk25.orElseThrow() : jdk;
        String key = contestant + " " + home;
        Child client = clients.get(key);
        if (client == null || !client.isAlive()) {
            client = new Child(home, ClientMain.class, contestant.name(), hosts);
            clients.put(key, client);
            client.read();
        }
        return client;
    }

    @Override
    public void close() throws IOException {
        for (Child client : clients.values()) {
            client.close();
        }
        responder.close();
    }
}
