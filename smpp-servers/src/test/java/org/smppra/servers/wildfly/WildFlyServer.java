package org.smppra.servers.wildfly;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Distribution;
import org.smppra.servers.Environment;
import org.smppra.servers.Operator;
import org.smppra.servers.Packaging;
import org.smppra.servers.Waiting;

/** WildFly, as the commands of its page set it up, with what its deployment scanner finds. */
public final class WildFlyServer implements ApplicationServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADAPTER = "smpp-ra.rar";
    private static final Pattern STARTED = Pattern.compile("WFLYSRV0025:");
    private static final Pattern WITH_ERRORS = Pattern.compile("WFLYSRV0026:");

    private final Environment environment;
    private final Path home;
    private final Operator operator;
    private final Console console;
    private final Scanner scanner;
    private final ServerProcess process;
    private final PortOffset ports;
    private boolean nestedConfigured;

    public WildFlyServer(Environment environment) throws IOException {
        this.environment = environment;
        home = Distribution.copy(environment.home(), environment.directory().resolve("wildfly"), "standalone");
        operator =
                new Operator(environment, "wildfly", Map.of("/opt/wildfly", home.toString(), "shop.ear", "check.ear"));
        console = Console.create(environment.directory().resolve("console.log"));
        scanner = new Scanner(home.resolve("standalone/deployments"), console);
        ports = PortOffset.free();
        process = new ServerProcess(
                output -> operator.start("exec " + operator.commands("start") + options(ports), output), console);
    }

    /** What only the tests want: other ports, and recovery that does not wait. */
    private static String options(PortOffset ports) {
        return " -Djboss.socket.binding.port-offset=" + ports.value()
                + " -DRecoveryEnvironmentBean.periodicRecoveryPeriod=5"
                + " -DRecoveryEnvironmentBean.recoveryBackoffPeriod=1"
                // How long a branch without a coordinator is left alone.
                + " -DJTAEnvironmentBean.orphanSafetyInterval=1000";
    }

    @Override
    public void configure() throws Exception {
        commands(
                "test.cli",
                Map.of(
                        "@driver@", environment.driver().toString(),
                        "@database@", Integer.toString(environment.database())));
        operator.keepPasswords("install", "uninstall");
    }

    /** A script of the tests, while the server is not running. */
    private void commands(String resource, Map<String, String> values) throws Exception {
        String script = Resource.text(resource);
        for (Map.Entry<String, String> value : values.entrySet()) {
            script = script.replace(value.getKey(), value.getValue());
        }
        Path file = Files.writeString(environment.directory().resolve(resource), script);
        operator.run("'" + home + "/bin/jboss-cli.sh' --file='" + file + "'");
    }

    @Override
    public void start() throws Exception {
        long before = console.length();
        process.start();
        Waiting.until("WildFly has started", PATIENCE, () -> {
            String said = console.from(before);
            if (!process.isAlive() || WITH_ERRORS.matcher(said).find()) {
                throw new IOException("WildFly ended, or started with errors:\n" + console.lastLines());
            }
            return STARTED.matcher(said).find();
        });
        scanner.checkAll();
    }

    @Override
    public void stop() throws Exception {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    @Override
    public void deployAdapter() throws Exception {
        operator.follow("adapter");
        scanner.awaitDeployed(ADAPTER);
    }

    @Override
    public void undeployAdapter() throws Exception {
        operator.follow("remove");
        scanner.awaitUndeployed(ADAPTER);
    }

    @Override
    public String lookup(String name, Packaging packaging) {
        boolean applications = packaging == Packaging.DEFINITION && name.startsWith("smpp/");
        return (applications ? "java:app/" : "java:/") + name;
    }

    @Override
    public void describe(Application application) throws Exception {
        switch (application.packaging()) {
            case STANDALONE -> {
                application.addToEar("wildfly/jboss-deployment-structure.xml", "jboss-deployment-structure.xml");
                application.addToWar("wildfly/jboss-ejb3.xml", "jboss-ejb3.xml");
            }
            case NESTED -> {
                application.addToWar("wildfly/nested-jboss-ejb3.xml", "jboss-ejb3.xml");
                configureNested(true);
            }
            case DEFINITION -> {
                application.addToWar("wildfly/definition-jboss-ejb3.xml", "jboss-ejb3.xml");
                configureNested(false);
            }
        }
    }

    /** Beside what there is of the adapter by itself. An EAR that brings a definition wants none of its own. */
    private void configureNested(boolean nested) throws Exception {
        if (nested == nestedConfigured) {
            return;
        }
        process.stop();
        if (nested) {
            operator.follow("install-nested");
        } else {
            operator.follow("uninstall");
            operator.follow("install");
        }
        start();
        nestedConfigured = nested;
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        String name = application.getName();
        application.as(ZipExporter.class).exportTo(operator.file(name).toFile(), true);
        operator.run(operator.commands("application").replace("check.ear", name));
        scanner.awaitDeployed(name);
    }

    @Override
    public void undeploy(String name) throws Exception {
        operator.run(operator.commands("undeploy").replace("check.ear", name));
        scanner.awaitUndeployed(name);
    }

    @Override
    public String log() throws IOException {
        return console.from(0);
    }

    @Override
    public void close() {
        process.close();
    }
}
