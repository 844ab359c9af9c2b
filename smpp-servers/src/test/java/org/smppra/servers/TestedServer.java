package org.smppra.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.Simulator;

/** The server that the build names, its database behind a proxy, and where its provider will be. */
final class TestedServer implements AutoCloseable {
    private final RunDirectory run;
    private final ApplicationServer server;
    private final Environment environment;
    private final Database database;
    private final StallingProxy proxy;
    private final Provider provider;
    private final Simulator simulator;
    private final Opened opened;
    /** How the application is there now; null: it is not. */
    private @Nullable Packaging deployed;

    private TestedServer(RunDirectory run, Path javaHome, Opened opened) throws Exception {
        this.run = run;
        Path directory = run.path();
        provider = Provider.create(directory);
        database = opened.add(new Database());
        proxy = opened.add(new StallingProxy(database.port()));
        simulator = opened.add(provider.start());
        Path unpacked = Path.of(System.getProperty("servers.kit")).toRealPath();
        Kit kit = new Kit(
                unpacked,
                provider.portsByExample(),
                Map.of(
                        "/opt/smpp-ra", unpacked.toString(),
                        "/var/lib/smpp-ra", directory.resolve("smpp-ra").toString(),
                        "/etc/smpp-ra/trust.p12", provider.trustStore().toString(),
                        "/etc/smpp-ra/smsc.pem", provider.certificate().toString(),
                        // In a definition, which is source.
                        "password=secret",
                                "password="
                                        + Provider.SECRET.replace("\\", "\\\\").replace("\"", "\\\"")));
        environment = new Environment(
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
        server = opened.add((ApplicationServer) Class.forName(System.getProperty("servers.class"))
                .getConstructor(Environment.class)
                .newInstance(environment));
        server.configure();
        server.start();
        server.deployAdapter();
        this.opened = opened.handOver();
    }

    /** With the adapter, and no application. */
    static TestedServer start(Path javaHome) throws Exception {
        RunDirectory run = RunDirectory.create();
        try (Opened opened = new Opened()) {
            return new TestedServer(run, javaHome, opened);
        } catch (Exception | AssertionError e) {
            run.keep();
            throw e;
        }
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

    /** All that the server has of its own: configuration, logs, what is deployed. */
    Path serverDirectory() {
        return environment.directory();
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
        process.onExit().orTimeout(1, TimeUnit.MINUTES).whenComplete((ended, late) -> process.destroyForcibly());
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IOException(String.join("\n", lines));
        }
        return lines.stream().filter(line -> line.startsWith("\"smpp-")).toList();
    }

    /** After a failure. */
    void closeAndKeep() throws Exception {
        try {
            close();
        } finally {
            run.keep();
        }
    }

    @Override
    public void close() throws Exception {
        opened.close();
    }
}
