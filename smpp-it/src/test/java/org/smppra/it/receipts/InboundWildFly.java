package org.smppra.it.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.smppra.it.transactions.Database;
import org.smppra.it.transactions.RunningServer;
import org.smppra.it.transactions.ServerDirectory;
import org.smppra.it.transactions.WildFly;
import org.smppra.it.wildfly.FreePorts;

/** Database and server with the adapter, and no application yet. */
record InboundWildFly(Database database, WildFly wildfly, Management management, int portOffset)
        implements AutoCloseable {
    /** The JDK keeps what it reflected and introspected, and so our classes, until memory is short; here never. */
    private static final String NO_SOFT_CACHES = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final int MANAGEMENT = 9990;
    private static final int HTTP = 8080;
    private static final int HOST_A = 2775;
    private static final int HOST_B = 2776;

    static InboundWildFly start(AdapterSettings settings) throws Exception {
        Path home = Path.of(System.getProperty("it.jbossHome"));
        int offset = FreePorts.offsetAbove(Integer.getInteger("it.portOffset"));
        ServerDirectory directory = ServerDirectory.fresh(home.resolveSibling("receipts-" + offset), home);
        Database database = Database.start(
                "CREATE TABLE receipt (key text PRIMARY KEY, message_id text, application text)",
                "CREATE TABLE repeat (message_id text, possible_duplicate boolean)",
                "CREATE TABLE message (text text, application text)");
        String hosts = "127.0.0.1:" + (HOST_A + offset) + ",127.0.0.1:" + (HOST_B + offset);
        WildFly wildfly =
                new WildFly(home, directory, offset, Map.of("IT_DATABASE_PORT", String.valueOf(database.port())));
        InboundWildFly server = new InboundWildFly(database, wildfly, new Management(MANAGEMENT + offset), offset);
        boolean runs = false;
        try {
            wildfly.configure(Files.writeString(directory.path().resolve("configure.cli"), script(hosts, settings)));
            server.startAgain();
            runs = true;
        } finally {
            if (!runs) {
                server.close();
            }
        }
        return server;
    }

    /** Returns when the server runs what is deployed. */
    void startAgain() throws Exception {
        wildfly.start(management::isRunning, NO_SOFT_CACHES);
    }

    /** The same, as servers run without our tests. */
    void startWithSoftCaches() throws Exception {
        wildfly.start(management::isRunning);
    }

    InboundApplication application(String name) {
        return new InboundApplication(name, HTTP + portOffset);
    }

    int portOfHostA() {
        return HOST_A + portOffset;
    }

    int portOfHostB() {
        return HOST_B + portOffset;
    }

    private static String script(String hosts, AdapterSettings settings) throws Exception {
        Map<String, String> account = new TreeMap<>(Map.of(
                "hosts", "\"" + hosts + "\"",
                "systemId", "shop",
                "password", "secret",
                "reconnectMaxDelayMillis", "500",
                "deliverAnswerTimeoutMillis", "5000",
                "noEndpointLingerMillis", "10000"));
        String properties = settings.script(account);
        try (InputStream script = InboundWildFly.class.getResourceAsStream("/receipts/configure.cli")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PROPERTIES@", properties)
                    .replace("@DRIVER@", RunningServer.driver().toString())
                    .replace("@RAR@", System.getProperty("it.rar"));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            wildfly.close();
        } finally {
            database.close();
        }
    }
}
