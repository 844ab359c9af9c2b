package org.smppra.it.inbound;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.it.transactions.Database;
import org.smppra.it.transactions.ServerDirectory;
import org.smppra.it.transactions.WildFly;
import org.smppra.it.wildfly.FreePorts;

/** A WildFly with a queue, the adapter and beans for both, none of which takes anything yet; its database and provider. */
final class InboundServer implements AutoCloseable {
    private static final String WAR = "inbound.war";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int offset = FreePorts.offsetAbove(Integer.getInteger("it.portOffset"));
    private final URI tally = URI.create("http://127.0.0.1:" + (8080 + offset) + "/inbound/tally");
    private final Database database = Database.start();
    private final ForkedJvm provider;
    private final WildFly wildfly;
    private final ModelControllerClient management = ModelControllerClient.Factory.create("127.0.0.1", 9990 + offset);

    InboundServer() throws Exception {
        String hostA = String.valueOf(2775 + offset);
        String hostB = String.valueOf(2776 + offset);
        provider = new ForkedJvm(List.of("-Xmx512m"), ReceiptProvider.class, hostA, hostB);
        provider.reply();
        Path home = Path.of(System.getProperty("it.jbossHome"));
        ServerDirectory directory = ServerDirectory.fresh(home.resolveSibling("inbound"), home);
        wildfly = new WildFly(
                home,
                directory,
                offset,
                Map.of(
                        "IT_DATABASE_PORT",
                        String.valueOf(database.port()),
                        "IT_HOSTS",
                        "127.0.0.1:" + hostA + ",127.0.0.1:" + hostB));
        wildfly.configure(Files.writeString(directory.path().resolve("configure.cli"), script()));
        deploy(directory.deployments());
        wildfly.start(this::answers);
    }

    private static String script() throws IOException {
        try (InputStream script = InboundServer.class.getResourceAsStream("/inbound/configure.cli")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void deploy(Path deployments) throws Exception {
        Files.copy(Path.of(System.getProperty("it.rar")), deployments.resolve("smpp-ra.rar"));
        Files.copy(
                Path.of(org.postgresql.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                deployments.resolve("postgresql.jar"));
        ShrinkWrap.create(WebArchive.class, WAR)
                .addPackage("org.smppra.it.inbound.application")
                .addClass(ReceiptText.class)
                .addAsWebInfResource("inbound/jboss-ejb3.xml", "jboss-ejb3.xml")
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar\n"))
                .as(ZipExporter.class)
                .exportTo(deployments.resolve(WAR).toFile());
    }

    Database database() {
        return database;
    }

    /**
     * The provider.
     *
     * @param waiting receipts that are not acknowledged
     * @param cpuNanos what it used since it began
     */
    record Provider(int waiting, long cpuNanos) {}

    /** The provider makes so many more receipts. */
    Provider provide(int more) {
        String[] answer = provider.ask(String.valueOf(more)).split(" ");
        return new Provider(Integer.parseInt(answer[0]), Long.parseLong(answer[1]));
    }

    /** A new tally; the queue is filled with as many messages, if one says which. */
    void begin(int calls, String fill) throws IOException, InterruptedException {
        String parameters = "?calls=" + calls + (fill.isEmpty() ? "" : "&fill=" + fill);
        send(HttpRequest.newBuilder(URI.create(tally + parameters)).POST(BodyPublishers.noBody()));
    }

    JsonObject tally() throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(new StringReader(send(HttpRequest.newBuilder(tally))))) {
            return reader.readObject();
        }
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("HTTP status " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private boolean answers() throws InterruptedException {
        try {
            tally();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void startDelivery(String bean) throws IOException {
        execute(Operations.createOperation("start-delivery", address(bean)));
    }

    void stopDelivery(String bean) throws IOException {
        execute(Operations.createOperation("stop-delivery", address(bean)));
    }

    int queued() throws IOException {
        return execute(Operations.createReadAttributeOperation(
                        Operations.createAddress(
                                "subsystem", "messaging-activemq", "server", "default", "jms-queue", "receipts"),
                        "message-count"))
                .asInt();
    }

    private static ModelNode address(String bean) {
        return Operations.createAddress("deployment", WAR, "subsystem", "ejb3", "message-driven-bean", bean);
    }

    private ModelNode execute(ModelNode operation) throws IOException {
        ModelNode answer = management.execute(operation);
        if (!Operations.isSuccessfulOutcome(answer)) {
            throw new IOException(operation + " failed: " + Operations.getFailureDescription(answer));
        }
        return Operations.readResult(answer);
    }

    @Override
    public void close() throws Exception {
        try (database;
                provider;
                wildfly;
                management) {
            provider.endWell();
        }
    }
}
