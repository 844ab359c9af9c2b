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
import org.smppra.servers.Environment;
import org.smppra.servers.FreePorts;
import org.smppra.servers.Packaging;

/**
 * Open Liberty: whatever is deployed is a file in {@code configDropins/overrides}, which the server watches. What it says
 * about a file is on its console.
 */
public final class LibertyServer implements ApplicationServer {
    private static final String ADAPTER = "smpp-ra.xml";
    private static final String SAMPLE = "liberty/sample.xml";
    private static final Map<Packaging, String> FILES = Map.of(
            Packaging.STANDALONE, "liberty/application.xml",
            Packaging.NESTED, "liberty/nested.xml",
            Packaging.DEFINITION, "liberty/definition.xml");

    private final Environment environment;
    private final LibertyProcess process;
    private final int port;
    private final Map<String, Packaging> packagings = new ConcurrentHashMap<>();
    private final Set<String> applications = new TreeSet<>();
    private boolean adapter;
    private @Nullable Packaging last;

    public LibertyServer(Environment environment) throws IOException {
        this.environment = environment;
        this.process = new LibertyProcess(environment);
        this.port = FreePorts.one();
    }

    @Override
    public void configure() throws Exception {
        Path server = process.directory();
        Files.createDirectories(server.resolve("apps"));
        Files.createDirectories(overrides());
        Files.writeString(server.resolve("jvm.options"), "-Xmx512m\n");
        Files.writeString(server.resolve("bootstrap.properties"), "com.ibm.ws.logging.console.log.level=INFO\n");
        Files.writeString(server.resolve("server.xml"), LibertySettings.of(environment, port));
        environment.kit().write("liberty/features.xml", server.resolve("configDropins/defaults/smpp-ra-features.xml"));
        Path script = environment.kit().write("liberty/passwords.sh", server.resolve("passwords.sh"));
        process.run(
                Map.of("SMPP_PASSWORD", "secret", "TRUST_PASSWORD", "trust-password"),
                "sh",
                script.toString(),
                environment.home().toString(),
                server.toString());
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
        // Nothing but the server's authentication data knows of this account.
        String settings = environment
                .kit()
                .text("liberty/smpp-ra.xml")
                .replace("<authData id=\"smpp-shop\" user=\"shop\"", "<authData id=\"smpp-shop\" user=\"store\"");
        configure(ADAPTER, settings, "J2CA7001I.* smpp-ra ");
    }

    @Override
    public void undeployAdapter() throws Exception {
        adapter = false;
        remove(ADAPTER, "J2CA7009I.* smpp-ra ");
    }

    @Override
    public String lookup(String name, Packaging packaging) {
        return packaging == Packaging.NESTED ? name.replaceFirst("^smpp/", "shipping/") : name;
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
        forgetFactories(packagings.getOrDefault(application.getName(), Packaging.STANDALONE));
        Path file = process.directory().resolve("apps").resolve(application.getName());
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        String name = nameOf(application.getName());
        applications.add(name);
        configure(name + ".xml", settings(application.getName()), "CWWKZ000[13]I.* " + name + " ");
    }

    /** As the page says: after factories were taken away for good, the server is stopped in good order. */
    private void forgetFactories(Packaging next) throws Exception {
        if (last != null && last != next && process.isAlive()) {
            stop();
            start();
        }
        last = next;
    }

    private String settings(String archive) {
        Packaging packaging = packagings.get(archive);
        return packaging == null
                ? environment.kit().text(SAMPLE)
                : environment
                        .kit()
                        .text(FILES.get(packaging))
                        .replaceAll("shipping(?!/gateway|/direct)", nameOf(archive));
    }

    /** In the file of the sample it has the name that its own descriptor gives it. */
    private String nameOf(String archive) {
        return packagings.containsKey(archive) ? archive.replace(".ear", "") : "sample";
    }

    @Override
    public void undeploy(String archive) throws Exception {
        String name = nameOf(archive);
        applications.remove(name);
        remove(name + ".xml", "CWWKZ0009I.* " + name + " ");
        Files.delete(process.directory().resolve("apps").resolve(archive));
    }

    @Override
    public String log() throws Exception {
        return process.log(0);
    }

    @Override
    public void close() throws Exception {
        process.kill();
    }

    private Path overrides() {
        return process.directory().resolve("configDropins/overrides");
    }

    /** The server never sees half a file. */
    private void configure(String name, String text, String done) throws Exception {
        long from = process.logged();
        Path written = Files.writeString(process.directory().resolve(name + ".new"), text);
        Files.move(written, overrides().resolve(name));
        if (process.isAlive()) {
            process.await(from, done);
        }
    }

    private void remove(String name, String done) throws Exception {
        long from = process.logged();
        Files.delete(overrides().resolve(name));
        if (process.isAlive()) {
            process.await(from, done);
        }
    }
}
