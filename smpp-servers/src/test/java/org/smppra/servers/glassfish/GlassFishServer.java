package org.smppra.servers.glassfish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Distribution;
import org.smppra.servers.Environment;
import org.smppra.servers.Operator;
import org.smppra.servers.Packaging;
import org.smppra.servers.Processes;
import org.smppra.servers.Waiting;

/** Payara or GlassFish, as the commands of its page set it up. */
public final class GlassFishServer implements ApplicationServer {
    private static final long LIMIT_SECONDS = 120;
    private static final Duration LOADING = Duration.ofMinutes(4);
    private static final String ADAPTER = "smpp-ra";
    private static final String EJB_JAR = "glassfish-ejb-jar.xml";
    private static final String RESOURCES = "glassfish-resources.xml";

    /** Milliseconds to most; GlassFish 7 gives up after a minute otherwise, and leaves the server behind. */
    private static final String PATIENCE = "300000";

    /** What {@code application.xml} calls the application wins over the name that it is deployed with. */
    private static final Pattern DEPLOYED = Pattern.compile("Application deployed with name (\\S+?)\\.?\\s");

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> deployed = new HashSet<>();
    private final Environment environment;
    private final Brand brand;
    private final Path home;
    private final Domain domain;
    private final Operator operator;
    private final Thread atExit = new Thread(this::end);
    private ProcessHandle process;
    private boolean configuredNested;

    public GlassFishServer(Environment environment) throws IOException {
        this.environment = environment;
        brand = Brand.of(environment.home());
        home = Distribution.copy(environment.home(), environment.directory().resolve(brand.kit()), Domain.DOMAINS);
        domain = Domain.of(home);
        // The kit's application is shop, the tests' check.
        operator = new Operator(
                environment,
                brand.kit(),
                Map.of(
                        "/opt/" + brand.kit(),
                        home.toString(),
                        "shop#smpp-ra",
                        "check#smpp-ra",
                        "db.example",
                        "127.0.0.1",
                        "portNumber=5432",
                        "portNumber=" + environment.database()));
        operator.set("AS_JAVA", environment.javaHome().toString());
        operator.set("AS_ADMIN_PORT", String.valueOf(domain.adminPort()));
        operator.set("AS_START_TIMEOUT", PATIENCE);
        operator.set("AS_STOP_TIMEOUT", PATIENCE);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void configure() throws Exception {
        Files.copy(environment.driver(), operator.file("postgresql.jar"));
        start();
        operator.follow("data-source");
        if (brand == Brand.GLASSFISH) {
            operator.follow("sample");
        }
        operator.keepPasswords("passwords");
        operator.follow("settings");
        stop();
    }

    @Override
    public void start() throws Exception {
        domain.forgetProcess();
        int before = log().length();
        try {
            operator.follow("start");
        } finally {
            process = domain.process(); // also of a start that asadmin gave up
        }
        if (brand == Brand.GLASSFISH) {
            return; // it says nothing of what it has loaded
        }
        // The tool does not wait for what is deployed.
        Waiting.until(deployed + " are loaded", LOADING, () -> {
            String log = log().substring(before);
            return deployed.stream().allMatch(name -> log.contains("Loading application " + name + " done"));
        });
    }

    @Override
    public void stop() throws Exception {
        operator.follow("stop");
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
        operator.follow("adapter");
        deployed.add(ADAPTER);
    }

    @Override
    public void undeployAdapter() throws Exception {
        operator.follow("remove");
        deployed.remove(ADAPTER);
    }

    /** Hosts without a port, and a port; of our host, which has one name only, this one. */
    public void configurePortAlone(String port) throws IOException, InterruptedException {
        Path file = operator.file(brand.kit() + "/settings-port.asadmin");
        String commands = Files.readString(file);
        Files.writeString(
                file,
                commands.replace("a.smpp.example,b.smpp.example", "127.0.0.1").replace("2775", port));
        operator.follow("remove-settings");
        operator.follow("settings-port");
    }

    /** As {@link #configure} did. */
    public void configureHostsWithPorts() throws IOException, InterruptedException {
        operator.follow("remove-settings");
        operator.follow("settings");
    }

    /** The factory {@code smpp/secure} without a trust store of its own. */
    public void trustByDomain() throws IOException, InterruptedException {
        operator.follow("secure-trust");
    }

    /** The provider's authority into the domain's trust store, which it reads at its start. */
    public void addToTrustStore() throws IOException, InterruptedException {
        Files.copy(domain.trustStore(), untouched());
        operator.follow("trust");
    }

    /** What was added to it; of which the domain knows after a start. @return false if there was nothing */
    public boolean takeFromTrustStore() throws IOException {
        if (Files.notExists(untouched())) {
            return false;
        }
        Files.move(untouched(), domain.trustStore(), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Path untouched() {
        return environment.directory().resolve("cacerts");
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
            operator.follow(configures ? "settings-nested" : "remove-nested");
            configuredNested = configures;
        }
    }

    private boolean hasFile(String name) {
        return Files.exists(operator.file(brand.kit() + "/" + name));
    }

    private StringAsset file(String name) throws IOException {
        return new StringAsset(text(name));
    }

    private String text(String name) throws IOException {
        return Files.readString(operator.file(brand.kit() + "/" + name));
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        String archive = application.getName();
        Path file = operator.file(archive);
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        String output = operator.run(operator.commands("application")
                .replace("--name shop", "--name " + name(archive))
                .replace("shop.ear", archive));
        Matcher told = DEPLOYED.matcher(output);
        if (!told.find()) {
            throw new IllegalStateException("asadmin does not tell the name of " + file + ":\n" + output);
        }
        names.put(archive, told.group(1));
        deployed.add(told.group(1));
    }

    @Override
    public void undeploy(String name) throws Exception {
        String known = names.getOrDefault(name, name(name));
        operator.run(operator.commands("undeploy").replace("undeploy shop", "undeploy " + known));
        deployed.remove(known);
    }

    private static String name(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    @Override
    public String log() throws IOException {
        return domain.log();
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** The domain too, of which nothing is known if its start failed. */
    private void end() {
        operator.end();
        Processes.endThoseOf(home);
    }
}
