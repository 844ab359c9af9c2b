package org.smppra.servers.wildfly;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.smppra.servers.Application;
import org.smppra.servers.ApplicationServer;
import org.smppra.servers.Environment;
import org.smppra.servers.Packaging;
import org.smppra.servers.Waiting;

/** WildFly, configured by its command line interface, with what its deployment scanner finds. */
public final class WildFlyServer implements ApplicationServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADAPTER = "smpp-ra.rar";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{ENC::[^}]+}");
    private static final Pattern STARTED = Pattern.compile("WFLYSRV002[56]:");

    private final Environment environment;
    private final BaseDirectory directory;
    private final Scanner scanner;
    private final ServerProcess process;
    private final PortOffset ports;
    private String expression = "";
    /** For an EAR of the same name: its definition must be all that there is. */
    private boolean nestedConfigured;

    public WildFlyServer(Environment environment) throws IOException {
        this.environment = environment;
        directory = BaseDirectory.create(environment.directory(), environment.home());
        scanner = new Scanner(directory.deployments());
        ports = PortOffset.free();
        process = new ServerProcess(environment.home(), environment.javaHome(), directory, ports);
    }

    @Override
    public void configure() throws Exception {
        String tests = Resource.text("test.cli")
                .replace("@driver@", environment.driver().toString())
                .replace("@database@", Integer.toString(environment.database()));
        String answers = process.configure("server", tests + environment.kit().text("wildfly/server.cli"));
        Matcher answer = EXPRESSION.matcher(answers);
        if (!answer.find()) {
            throw new IOException("no encrypted expression in\n" + answers);
        }
        expression = answer.group();
        process.configure("standalone", filled("standalone.cli"));
    }

    /** A file of the kit, with the expression that the operator puts into it. */
    private String filled(String file) {
        return EXPRESSION
                .matcher(environment.kit().text("wildfly/" + file))
                .replaceAll(Matcher.quoteReplacement(expression));
    }

    @Override
    public void start() throws Exception {
        long before = directory.consoleLength();
        process.start();
        Waiting.until("WildFly has started", PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new IOException("WildFly ended:\n" + process.lastLines());
            }
            return STARTED.matcher(directory.consoleFrom(before)).find();
        });
        scanner.checkAll(process::lastLines);
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
        scanner.deploy(ADAPTER, target -> Files.copy(environment.rar(), target), process::lastLines);
    }

    @Override
    public void undeployAdapter() throws Exception {
        scanner.undeploy(ADAPTER, process::lastLines);
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
                if (!nestedConfigured) {
                    process.command(
                            "nested",
                            filled("nested.cli")
                                    .replace("shop.ear", application.ear().getName()));
                    nestedConfigured = true;
                }
            }
            case DEFINITION -> {
                application.addToWar("wildfly/definition-jboss-ejb3.xml", "jboss-ejb3.xml");
                if (nestedConfigured) {
                    process.command("not-nested", Resource.text("not-nested.cli"));
                    nestedConfigured = false;
                }
            }
        }
    }

    @Override
    public void deploy(EnterpriseArchive application) throws Exception {
        scanner.deploy(
                application.getName(),
                target -> application.as(ZipExporter.class).exportTo(target.toFile()),
                process::lastLines);
    }

    @Override
    public void undeploy(String name) throws Exception {
        scanner.undeploy(name, process::lastLines);
    }

    @Override
    public String log() throws IOException {
        return directory.consoleFrom(0);
    }

    @Override
    public void close() {
        process.close();
    }
}
