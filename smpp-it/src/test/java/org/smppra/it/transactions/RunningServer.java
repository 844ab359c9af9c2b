package org.smppra.it.transactions;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.smppra.it.transactions.application.Results;
import org.smppra.it.wildfly.FreePorts;

/** Database, adapter and application in a server of their own. */
public record RunningServer(Database database, WildFly wildfly, Application application, int portOffset)
        implements AutoCloseable {
    private static final int HTTP = 8080;
    private static final int HOST_A = 2775;
    private static final int HOST_B = 2776;

    static RunningServer start() throws Exception {
        return start("transactions", script(), war());
    }

    /** Whose transaction manager never asks for branches: no credentials for recovery, no message-driven bean. */
    static RunningServer startWithoutRecovery() throws Exception {
        WebArchive application = war().deleteClass(Results.class);
        application.delete("/WEB-INF/jboss-ejb3.xml");
        return start(
                "without-recovery",
                script().replace(", recovery-username=recovery, recovery-password=recovery", ""),
                application);
    }

    private static RunningServer start(String name, String script, WebArchive application) throws Exception {
        Path home = Path.of(System.getProperty("it.jbossHome"));
        ServerDirectory directory = ServerDirectory.fresh(home.resolveSibling(name), home);
        int offset = FreePorts.offsetAbove(Integer.getInteger("it.portOffset"));
        Database database = Database.start();
        WildFly wildfly = new WildFly(
                home,
                directory,
                offset,
                Map.of(
                        "IT_DATABASE_PORT",
                        String.valueOf(database.port()),
                        "IT_HOSTS",
                        "127.0.0.1:" + (HOST_A + offset) + ",127.0.0.1:" + (HOST_B + offset)));
        RunningServer server = new RunningServer(database, wildfly, new Application(HTTP + offset), offset);
        boolean runs = false;
        try {
            wildfly.configure(Files.writeString(directory.path().resolve("configure.cli"), script));
            deploy(application, directory.deployments());
            wildfly.start(server.application());
            runs = true;
        } finally {
            if (!runs) {
                server.close();
            }
        }
        return server;
    }

    int portOfHostA() {
        return HOST_A + portOffset;
    }

    int portOfHostB() {
        return HOST_B + portOffset;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            wildfly.close();
        } finally {
            database.close();
        }
    }

    private static void deploy(WebArchive application, Path deployments) throws IOException, URISyntaxException {
        Files.copy(Path.of(System.getProperty("it.rar")), deployments.resolve("smpp-ra.rar"));
        Files.copy(driver(), deployments.resolve("postgresql.jar"));
        application
                .as(ZipExporter.class)
                .exportTo(deployments.resolve(application.getName()).toFile());
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "transactions.war")
                .addPackage("org.smppra.it.transactions.application")
                .addAsWebInfResource("transactions/jboss-ejb3.xml", "jboss-ejb3.xml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar, org.jboss.jts\n"));
    }

    /** The file of the database's driver. */
    public static Path driver() throws URISyntaxException {
        return Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String script() throws IOException {
        try (InputStream script = RunningServer.class.getResourceAsStream("/transactions/configure.cli")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
