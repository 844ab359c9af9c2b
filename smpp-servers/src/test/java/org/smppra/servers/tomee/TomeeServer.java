package org.smppra.servers.tomee;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Environment;
import org.smppra.servers.FreePorts;
import org.smppra.servers.Operator;
import org.smppra.servers.Packaging;
import org.smppra.servers.Waiting;

/**
 * TomEE Plus. The adapter alone is a part of the server, its classes in {@code lib} and its resources in {@code tomee.xml}:
 * it comes and goes with a start of the server.
 */
public final class TomeeServer implements ApplicationServer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;
    private static final String SAMPLE = "sample-ear.ear";

    private final Environment environment;
    private final TomeeBase base;
    private final Operator operator;
    private final Path console;
    private final int http;
    private @Nullable Process process;
    /** Of the console, when this run began. */
    private int start;
    /** Which block of the page it was installed by. */
    private String installed = "";

    public TomeeServer(Environment environment) throws IOException {
        this.environment = environment;
        base = TomeeBase.of(environment);
        operator = base.operator();
        console = environment.directory().resolve("console.log");
        http = FreePorts.one();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    @Override
    public void configure() throws Exception {
        base.create(http);
        installed = "install";
    }

    @Override
    public void start() throws Exception {
        start = log().length();
        Process started = base.start(console);
        process = started;
        Waiting.until("TomEE runs", PATIENCE, () -> {
            if (!started.isAlive()) {
                throw new IOException("TomEE ended:\n" + since(start));
            }
            return since(start).contains("Server startup in [");
        });
    }

    /** As a service manager does; {@code catalina.sh run} becomes the JVM. */
    @Override
    public void stop() throws Exception {
        running().destroy();
        if (!running().waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("TomEE does not stop");
        }
    }

    @Override
    public void kill() throws Exception {
        running().destroyForcibly().waitFor();
    }

    @Override
    public long pid() {
        return running().pid();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + http);
    }

    @Override
    public void deployAdapter() throws Exception {
        install("install");
    }

    @Override
    public void undeployAdapter() throws Exception {
        install("remove");
    }

    private void install(String block) throws Exception {
        if (!block.equals(installed)) {
            stop();
            base.install(block);
            installed = block;
            start();
        }
    }

    @Override
    public String lookup(String name, Packaging packaging) {
        return packaging != Packaging.STANDALONE && name.startsWith("smpp/")
                ? "openejb:Resource/SmppConnectionFactory"
                : "openejb:Resource/" + name;
    }

    /** The factory in an EAR is the one of its {@code ra.xml}, with the settings of the server. */
    @Override
    public void becomeDirect(boolean direct) throws Exception {
        stop();
        base.becomeDirect(direct);
        start();
    }

    /** The adapter in an EAR does not show its API to the application. */
    @Override
    public void describe(Application application) throws Exception {
        if (application.packaging() != Packaging.STANDALONE) {
            install("install-ear");
            application.ear().addAsLibrary(environment.api().toFile());
        }
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        int before = log().length();
        application
                .as(ZipExporter.class)
                .exportTo(operator.file(application.getName()).toFile(), true);
        operator.follow(application.getName().equals(SAMPLE) ? "deploy-sample" : "deploy");
        String name = application.getName().replaceFirst("\\.ear$", "");
        Waiting.until(application.getName() + " runs", PATIENCE, () -> {
            String log = since(before);
            if (log.contains("Failed Auto-Deployment")) {
                throw new IOException(log);
            }
            return log.contains("Deployed Application(path=" + base.apps().resolve(name) + ")");
        });
    }

    @Override
    public void undeploy(String name) throws Exception {
        int before = log().length();
        operator.run(operator.commands("undeploy").replace("check.ear", name));
        Path unpacked = base.apps().resolve(name.replaceFirst("\\.ear$", ""));
        Waiting.until(
                name + " is gone",
                PATIENCE,
                () -> since(before).contains("Completed Auto-Undeployment of: ") && !Files.exists(unpacked));
    }

    @Override
    public String log() throws IOException {
        return Files.exists(console) ? Files.readString(console) : "";
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private String since(int position) throws IOException {
        return log().substring(position);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("TomEE does not run");
        }
        return process;
    }
}
