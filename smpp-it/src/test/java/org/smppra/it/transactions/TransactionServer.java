package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.smppra.it.wildfly.FreePorts;
import org.smppra.it.wildfly.Waiting;
import org.smppra.message.Tlv;
import org.smppra.simulator.Simulator;

/** Database, adapter and application in a server of their own for a test class; a new provider for each test. */
final class TransactionServer
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    /** A reference behind all others. */
    private static final String LAST = "~last";
    private static final int HTTP = 8080;
    private static final int HOST_A = 2775;
    private static final int HOST_B = 2776;

    private Database database;
    private WildFly wildfly;
    private Application application;
    private Simulator simulator;
    private int offset;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        offset = FreePorts.offsetAbove(Integer.getInteger("it.portOffset"));
        database = Database.start();
        Path home = Path.of(System.getProperty("it.jbossHome"));
        ServerDirectory directory = ServerDirectory.fresh(
                home.resolveSibling(context.getRequiredTestClass().getSimpleName()), home);
        wildfly = new WildFly(
                home,
                directory,
                offset,
                Map.of(
                        "IT_DATABASE_PORT",
                        String.valueOf(database.port()),
                        "IT_HOSTS",
                        "127.0.0.1:" + (HOST_A + offset) + ",127.0.0.1:" + (HOST_B + offset)));
        application = new Application(HTTP + offset);
        wildfly.configure(resource("transactions/configure.cli"));
        deploy(directory.deployments());
        wildfly.start(application);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        database.empty();
        simulator = Simulator.builder()
                .ports(HOST_A + offset, HOST_B + offset)
                .account("shop", "secret")
                .account("paced", "secret")
                .storeLimit(1_000_000)
                .start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        try {
            if (wildfly != null) {
                wildfly.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    Database database() {
        return database;
    }

    WildFly wildfly() {
        return wildfly;
    }

    Application application() {
        return application;
    }

    Simulator simulator() {
        return simulator;
    }

    /** Waits until both hosts take messages of the account of most factories. */
    void awaitBound() throws Exception {
        Waiting.until("both hosts are bound", PATIENCE, () -> application.boundHosts("direct") == 2);
    }

    /** Of the database and of the outbox; no host is needed for it. */
    void awaitRecovery() throws Exception {
        Waiting.until(
                "no branch waits for its coordinator",
                RECOVERY,
                () -> database.prepared().isEmpty() && application.inDoubt() == 0);
    }

    /** The references of all messages that the provider accepted, sorted; one that came twice is there twice. */
    List<String> sent() {
        return sentInOrder().stream().sorted().toList();
    }

    /** The same in the order in which they came. */
    List<String> sentInOrder() {
        return simulator.messages().stream()
                .map(each -> each.submitSm()
                        .tlvs()
                        .first(Tlv.USER_MESSAGE_REFERENCE)
                        .orElseThrow()
                        .toLatin1())
                .toList();
    }

    /** The same, when so many have come, all that was committed has left, and one more that was submitted now has come. */
    List<String> sentAfterAll(int count) throws Exception {
        int before = lasts();
        awaitSent(count + before);
        assertThat(application.run(Steps.required(Steps.submit("outbox", LAST))).isFine())
                .isTrue();
        Waiting.until("the last message is there", PATIENCE, () -> lasts() > before);
        Waiting.until("nothing waits", PATIENCE, () -> application.waiting("outbox") == 0);
        return sent().stream().filter(reference -> !reference.equals(LAST)).toList();
    }

    private int lasts() {
        return Collections.frequency(sent(), LAST);
    }

    void awaitSent(int count) {
        assertThat(simulator.await(() -> simulator.messageCount() >= count, PATIENCE))
                .as("%s messages came, of %s", simulator.messageCount(), count)
                .isTrue();
    }

    private static void deploy(Path deployments) throws IOException {
        Files.copy(Path.of(System.getProperty("it.rar")), deployments.resolve("smpp-ra.rar"));
        Files.copy(driver(), deployments.resolve("postgresql.jar"));
        ShrinkWrap.create(WebArchive.class, "transactions.war")
                .addPackage("org.smppra.it.transactions.application")
                .addAsWebInfResource("transactions/jboss-ejb3.xml", "jboss-ejb3.xml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar, org.jboss.jts\n"))
                .as(ZipExporter.class)
                .exportTo(deployments.resolve("transactions.war").toFile());
    }

    private static Path driver() {
        return new File(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toPath();
    }

    private static Path resource(String name) throws Exception {
        return Path.of(TransactionServer.class.getClassLoader().getResource(name).toURI());
    }
}
