package org.smppra.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Peer;
import org.smppra.benchmark.scenario.Scenario;

/** The peers, and a process for each contestant that is needed: one on each JDK and for each peer. */
final class Processes implements AutoCloseable {
    private final Path jdk = Path.of(System.getProperty("java.home"));
    private final Optional<Path> jdk25;
    private final Map<Peer, Child> peers = new EnumMap<>(Peer.class);
    private final Map<Peer, String> hosts = new EnumMap<>(Peer.class);
    private final Map<String, Child> clients = new HashMap<>();

    Processes(Optional<Path> jdk25) {
        this.jdk25 = jdk25;
    }

    private String hosts(Peer peer) throws IOException {
        String known = hosts.get(peer);
        if (known == null) {
            Child started = new Child(jdk, peer == Peer.SIMULATOR ? SimulatorMain.class : ResponderMain.class);
            peers.put(peer, started);
            known = started.read();
            hosts.put(peer, known);
        }
        return known;
    }

    Child of(Contestant contestant, Scenario scenario) throws IOException {
        Path home = scenario.isOnJdk25() ? jdk25.orElseThrow() : jdk;
        String key = contestant + " " + home + " " + scenario.peer();
        Child client = clients.get(key);
        if (client == null || !client.isAlive()) {
            client = new Child(home, ClientMain.class, contestant.name(), hosts(scenario.peer()));
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
        for (Child peer : peers.values()) {
            peer.close();
        }
    }
}
