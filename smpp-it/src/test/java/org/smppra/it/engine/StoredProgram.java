package org.smppra.it.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.smppra.engine.SmppClient;

/** A client without a listener that stores what it receives, in a JVM to be killed. Arguments: hosts, directory. */
final class StoredProgram {
    private StoredProgram() {}

    public static void main(String[] args) throws IOException {
        try (SmppClient client = client(args[0], Path.of(args[1])).start()) {
            ForkedJvm.reply("started " + client.gatewayState().waiting());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                ForkedJvm.reply("here");
            }
        }
    }

    static SmppClient.Builder client(String hosts, Path directory) {
        return SmppClient.builder()
                .hosts(hosts)
                .systemId("shop")
                .password("secret")
                .outboxDirectory(directory)
                .set("acknowledge", "STORED")
                .set("reconnectMaxDelayMillis", 100);
    }
}
