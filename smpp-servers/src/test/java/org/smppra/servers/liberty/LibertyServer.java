package org.smppra.servers.liberty;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Distribution;
import org.smppra.servers.Environment;
import org.smppra.servers.FreePorts;
import org.smppra.servers.Operator;
import org.smppra.servers.Packaging;

/**
 * Open Liberty, as the commands of its page set it up: whatever is deployed is a file in {@code configDropins/overrides},
 * which the server watches. What it says about a file is on its console.
 */
public final class LibertyServer implements ApplicationServer {
    private static final Map<Packaging, String> BLOCKS = Map.of(
            Packaging.STANDALONE, "deploy",
            Packaging.NESTED, "deploy-nested",
            Packaging.DEFINITION, "deploy-definition");

    private final Environment environment;
    private final Operator operator;
    /** With the {@code server.xml}. */
    private final Path directory;

    private final LibertyProcess process;
    private final int port;
    private final Map<String, Packaging> packagings = new ConcurrentHashMap<>();
    private final Set<String> applications = new TreeSet<>();
    private boolean adapter;
    private @Nullable Packaging last;

    public LibertyServer(Environment environment) throws IOException {
        this.environment = environment;
        Path home =
                Distribution.copy(environment.home(), environment.directory().resolve("wlp"), "usr");
        this.directory = home.resolve("usr/servers/shop");
        this.operator = new Operator(
                environment,
                "liberty",
                Map.of(
                        // Nothing but the server's authentication data knows of this account.
                        "<authData id=\"smpp-shop\" user=\"shop\"",
                        "<authData id=\"smpp-shop\" user=\"store\"",
                        "/opt/wlp",
                        home.toString(),
                        "shipping",
                        "check",
                        "db.example",
                        "127.0.0.1",
                        "portNumber=\"5432\"",
                        "portNumber=\"" + environment.database() + "\""));
        this.process = new LibertyProcess(operator, environment.directory().resolve("console.log"));
        this.port = FreePorts.one();
    }

    @Override
    public void configure() throws Exception {
        operator.follow("install");
        operator.keepPasswords("passwords");
        Files.copy(environment.driver(), operator.file("postgresql.jar"));
        operator.follow("data-source");
        Files.writeString(directory.resolve("configDropins/overrides/tests.xml"), LibertySettings.of(port));
        Files.writeString(directory.resolve("jvm.options"), "-Xmx512m\n");
        Files.writeString(directory.resolve("bootstrap.properties"), "com.ibm.ws.logging.console.log.level=INFO\n");
    }

    @Override
    public void start() throws Exception {
        long from = process.start();
        process.await(from, "CWWKF0011I");
        if (adapter) {
            process.await(from, "J2CA7001I.* smpp-ra ");
        }
        for (String application : applications) {
            process.await(from, "CWWKZ0001I.* " + application + " ");
        }
    }

    @Override
    public void stop() throws Exception {
        process.stop();
    }

    @Override
    public void kill() throws Exception {
        process.kill();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String directAccount() {
        return "store";
    }

    @Override
    public boolean preparesInOrder() {
        return false;
    }

    @Override
    public void deployAdapter() throws Exception {
        adapter = true;
        follow(operator.commands("adapter"), "J2CA7001I.* smpp-ra ");
    }

    @Override
    public void undeployAdapter() throws Exception {
        adapter = false;
        follow(operator.commands("remove"), "J2CA7009I.* smpp-ra ");
    }

    @Override
    public String lookup(String name, Packaging packaging) {
        return packaging == Packaging.NESTED ? name.replaceFirst("^smpp/", "check/") : name;
    }

    @Override
    public void describe(Application application) {
        packagings.put(application.ear().getName(), application.packaging());
        if (application.packaging() == Packaging.DEFINITION) {
            application.addToWar("liberty/definition-beans.xml", "beans.xml");
        }
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        Packaging packaging = packagings.get(application.getName());
        forgetFactories(packaging == null ? Packaging.STANDALONE : packaging);
        application
                .as(ZipExporter.class)
                .exportTo(operator.file(application.getName()).toFile(), true);
        String name = nameOf(application.getName());
        applications.add(name);
        String block = packaging == null ? "deploy-sample" : BLOCKS.get(packaging);
        follow(operator.commands(block), "CWWKZ000[13]I.* " + name + " ");
    }

    /** As the page says: after factories were taken away for good, the server is stopped in good order. */
    private void forgetFactories(Packaging next) throws Exception {
        if (last != null && last != next && process.isAlive()) {
            stop();
            start();
        }
        last = next;
    }

    /** In the file of the sample it has the name that its own descriptor gives it. */
    private String nameOf(String archive) {
        return packagings.containsKey(archive) ? archive.replace(".ear", "") : "sample";
    }

    @Override
    public void undeploy(String archive) throws Exception {
        String name = nameOf(archive);
        applications.remove(name);
        String file = archive.replace(".ear", ".xml");
        follow(operator.commands("undeploy").replace("check.xml", file), "CWWKZ0009I.* " + name + " ");
    }

    @Override
    public String log() throws Exception {
        return process.log(0);
    }

    @Override
    public void close() throws Exception {
        process.kill();
    }

    /** Does what the page says, and waits until a server that runs has done its part. */
    private void follow(String commands, String done) throws Exception {
        long from = process.logged();
        operator.run(commands);
        if (process.isAlive()) {
            process.await(from, done);
        }
    }
}
