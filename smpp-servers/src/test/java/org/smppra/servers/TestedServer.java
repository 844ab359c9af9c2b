package org.smppra.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.Simulator;

/** The server that the build names, its database behind a proxy, and where its provider will be. */
final class TestedServer implements AutoCloseable {
    private final ApplicationServer server;
    private final Environment environment;
    private final Database database;
    private final StallingProxy proxy;
    private final Provider provider;
    private final Simulator simulator;
    /** How the application is there now; null: it is not. */
    private @Nullable Packaging deployed;

    private TestedServer(
            ApplicationServer server,
            Environment environment,
            Database database,
            StallingProxy proxy,
            Provider provider,
            Simulator simulator) {
        this.server = server;
        this.environment = environment;
        this.database = database;
        this.proxy = proxy;
        this.provider = provider;
        this.simulator = simulator;
    }

    /** With the adapter, and no application. */
    static TestedServer start(Path javaHome) throws Exception {
        String type = System.getProperty("servers.class");
        Path directory =
                fresh(Path.of(System.getProperty("servers.target"), "run-" + System.getProperty("servers.name")));
        Provider provider = Provider.create(directory);
        Database database = new Database();
        StallingProxy proxy = new StallingProxy(database.port());
        Path unpacked = Path.of(System.getProperty("servers.kit")).toRealPath();
        Kit kit = new Kit(
                unpacked,
                provider.portsByExample(),
                Map.of(
                        "/opt/smpp-ra", unpacked.toString(),
                        "/var/lib/smpp-ra", directory.resolve("smpp-ra").toString(),
                        "/etc/smpp-ra/trust.p12", provider.trustStore().toString(),
                        "/etc/smpp-ra/smsc.pem", provider.certificate().toString()));
        Environment environment = new Environment(
                Path.of(System.getProperty("servers.home")),
                Files.createDirectory(directory.resolve("server")),
                javaHome,
                proxy.port(),
                Path.of(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                kit);
        ApplicationServer server = (ApplicationServer)
                Class.forName(type).getConstructor(Environment.class).newInstance(environment);
        TestedServer tested = new TestedServer(server, environment, database, proxy, provider, provider.start());
        boolean runs = false;
        try {
            server.configure();
            server.start();
            server.deployAdapter();
            runs = true;
        } finally {
            if (!runs) {
                tested.close();
            }
        }
        return tested;
    }

    CheckClient check() {
        return new CheckClient(server.address().resolve("/check"));
    }

    void deploy(Packaging packaging) throws Exception {
        server.deploy(CheckApplication.of(packaging, server, environment));
        deployed = packaging;
    }

    void undeploy() throws Exception {
        server.undeploy(CheckApplication.NAME);
        deployed = null;
    }

    /** The adapter is there by itself whenever it is not in the application. */
    void be(Packaging packaging) throws Exception {
        if (packaging == deployed) {
            return;
        }
        boolean alone = deployed == null || deployed == Packaging.STANDALONE;
        if (deployed != null) {
            undeploy();
        }
        if (alone && packaging != Packaging.STANDALONE) {
            server.undeployAdapter();
        } else if (!alone && packaging == Packaging.STANDALONE) {
            server.deployAdapter();
        }
        deploy(packaging);
    }

    ApplicationServer server() {
        return server;
    }

    Database database() {
        return database;
    }

    Provider provider() {
        return provider;
    }

    StallingProxy proxy() {
        return proxy;
    }

    Simulator simulator() {
        return simulator;
    }

    /** The names of the adapter's threads in the server, as the JDK's own tool tells. */
    List<String> adapterThreads() throws IOException, InterruptedException {
        Path jcmd = environment.javaHome().resolve("bin").resolve("jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(server.pid()), "Thread.print")
                .redirectErrorStream(true)
                .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join("\n", lines));
        }
        return lines.stream().filter(line -> line.startsWith("\"smpp-")).toList();
    }

    private static Path fresh(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(path);
    }

    @Override
    public void close() throws Exception {
        try (database;
                proxy;
                simulator) {
            server.close();
        }
    }
}
