package org.smppra.servers.glassfish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Environment;
import org.smppra.servers.Packaging;

/** Payara or GlassFish, in a domain of its own. */
public final class GlassFishServer implements ApplicationServer {
    private static final long LIMIT_SECONDS = 120;
    private static final String EJB_JAR = "glassfish-ejb-jar.xml";
    private static final String TRUST = "trust.sh";
    private static final String RESOURCES = "glassfish-resources.xml";

    /** What {@code application.xml} calls the application wins over the name that it is deployed with. */
    private static final Pattern DEPLOYED = Pattern.compile("Application deployed with name (\\S+?)\\.?\\s");

    private final Map<String, String> names = new HashMap<>();
    private final Environment environment;
    private final Brand brand;
    private final Domain domain;
    private final TrustStore trustStore;
    private final Asadmin asadmin;
    private final Thread atExit = new Thread(this::end);
    private volatile ProcessHandle process;
    private boolean configuredNested;

    public GlassFishServer(Environment environment) throws IOException {
        this.environment = environment;
        brand = Brand.of(environment.home());
        domain = Domain.copy(environment.home(), environment.directory());
        trustStore = new TrustStore(domain.directory().resolve("config"));
        asadmin = new Asadmin(
                environment.home(),
                environment.javaHome(),
                environment.directory().resolve("asadmin"));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void configure() throws Exception {
        Path libraries = domain.directory().resolve("lib");
        Files.copy(environment.driver(), libraries.resolve("postgresql.jar"));
        start();
        asadmin.run(domain, settings("settings.asadmin") + dataSource());
        stop();
    }

    /** A file of the kit that names files of passwords; {@code /etc/smpp-ra} is ours here. */
    String settings(String file) throws IOException {
        String commands = environment.kit().text(brand.file(file));
        for (String passwords : new String[] {"passwords.txt", "trust-passwords.txt"}) {
            Path copy = environment
                    .kit()
                    .write(brand.file(passwords), environment.directory().resolve(passwords));
            commands = commands.replace("/etc/smpp-ra/" + passwords, copy.toString());
        }
        return commands;
    }

    private String dataSource() {
        return """
                create-jdbc-connection-pool --datasourceclassname org.postgresql.xa.PGXADataSource \
                --restype javax.sql.XADataSource --steadypoolsize 0 --property \
                serverName=127.0.0.1:portNumber=%d:databaseName=postgres:user=postgres:password=postgres orders
                create-jdbc-resource --connectionpoolid orders jdbc/orders
                """
                        .formatted(environment.database())
                + brand.defaultDataSource();
    }

    @Override
    public void start() throws Exception {
        domain.forgetProcess();
        try {
            asadmin.run("start-domain", "--domaindir", domain.parent().toString(), Domain.NAME);
        } finally {
            process = domain.process(); // also of a start that asadmin gave up
        }
    }

    @Override
    public void stop() throws Exception {
        asadmin.run("stop-domain", "--domaindir", domain.parent().toString(), Domain.NAME);
        awaitEnd(process);
    }

    @Override
    public void kill() throws Exception {
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + domain.httpPort());
    }

    @Override
    public void deployAdapter() throws Exception {
        run("adapter.asadmin");
    }

    @Override
    public void undeployAdapter() throws Exception {
        run("remove.asadmin");
    }

    /** Hosts without a port, and a port; of our host, which has one name only, this one. */
    public void configurePortAlone(String port) throws IOException, InterruptedException {
        String commands = text("settings-port.asadmin")
                .replace("a.smpp.example,b.smpp.example", "127.0.0.1")
                .replace("2775", port);
        asadmin("delete-resource-adapter-config smpp-ra", commands);
    }

    /** As {@link #configure} did. */
    public void configureHostsWithPorts() throws IOException, InterruptedException {
        String command = text("settings.asadmin")
                .lines()
                .filter(line -> line.startsWith("create-resource-adapter-config "))
                .findFirst()
                .orElseThrow();
        asadmin("delete-resource-adapter-config smpp-ra", command);
    }

    /** The provider's certificate into the domain's trust store, which it reads at its start. */
    public void addToTrustStore() throws IOException, InterruptedException {
        trustStore.keep();
        Keytool.run(environment, text(TRUST));
    }

    /** What was added to it; of which the domain knows after a start. @return false if there was nothing */
    public boolean takeFromTrustStore() throws IOException {
        return trustStore.restore();
    }

    /** The factory {@code smpp/secure} without a trust store of its own. */
    public void trustByDomain() throws IOException, InterruptedException {
        asadmin("delete-connector-connection-pool --cascade=true smpp-secure", text("secure-trust.asadmin"));
    }

    /** The commands in a file of the kit. */
    private void run(String file) throws IOException, InterruptedException {
        asadmin.run(domain, environment.kit().text(brand.file(file)));
    }

    /** Any commands. */
    String asadmin(String... commands) throws IOException, InterruptedException {
        return asadmin.run(domain, String.join("\n", commands) + "\n");
    }

    @Override
    public String lookup(String name, Packaging packaging) {
        return packaging == Packaging.NESTED && name.startsWith("smpp/") ? "java:app/" + name : name;
    }

    /** The settings of an adapter in the EAR come from {@code asadmin}: those in the EAR would be read too late. */
    @Override
    public void describe(Application application) throws Exception {
        Packaging packaging = application.packaging();
        String descriptor = packaging == Packaging.STANDALONE ? EJB_JAR : "nested/" + EJB_JAR;
        application.war().addAsWebInfResource(file(descriptor), EJB_JAR);
        String resources = packaging.name().toLowerCase(Locale.ROOT) + "/" + RESOURCES;
        if (hasFile(resources)) {
            application.ear().addAsManifestResource(file(resources), RESOURCES);
        }
        boolean configures = packaging == Packaging.NESTED;
        if (configures != configuredNested) {
            asadmin(text(configures ? "nested/settings.asadmin" : "nested/remove.asadmin"));
            configuredNested = configures;
        }
    }

    private boolean hasFile(String name) {
        return Files.exists(environment.kit().file(brand.file(name)));
    }

    private StringAsset file(String name) {
        return new StringAsset(text(name));
    }

    /** The kit's application is {@code shop}, the tests' {@code check}. */
    private String text(String name) {
        return environment.kit().text(brand.file(name)).replace("shop#smpp-ra", "check#smpp-ra");
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        Path file = environment.directory().resolve(application.getName());
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        Matcher deployed = DEPLOYED.matcher(asadmin("deploy --name " + name(application.getName()) + " " + file));
        if (!deployed.find()) {
            throw new IllegalStateException("asadmin does not tell the name of " + file);
        }
        names.put(application.getName(), deployed.group(1));
    }

    @Override
    public void undeploy(String name) throws Exception {
        asadmin("undeploy " + names.getOrDefault(name, name(name)));
    }

    private static String name(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    @Override
    public String log() throws IOException {
        return domain.log();
    }

    @Override
    public void close() throws Exception {
        end();
        if (process != null) {
            awaitEnd(process);
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        asadmin.end();
        ProcessHandle started = process;
        if (started != null) {
            started.destroyForcibly();
        }
    }
}
