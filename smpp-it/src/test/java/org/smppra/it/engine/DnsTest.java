package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names whose addresses change: a hosts file stands for the name service of a JVM of its own. */
class DnsTest {
    @TempDir
    Path directory;

    @Test
    void a_name_is_resolved_anew_at_each_connect() throws Exception {
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.9 elsewhere.example\n");
        try (RawPeer peer = new RawPeer(RawConnection::behave);
                ForkedJvm jvm = EngineProgram.fork(
                        List.of("-Djdk.net.hosts.file=" + hosts), "gateway.example:" + peer.port())) {
            RunningEngine.await(() -> jvm.ask("error").contains("gateway.example"));
            assertThat(jvm.ask("bound")).isEqualTo("0");

            Files.writeString(hosts, "127.0.0.2 gateway.example\n"); // where nobody listens
            RunningEngine.await(() -> jvm.ask("error").contains("refused"));

            Files.writeString(hosts, "127.0.0.1 gateway.example\n");
            RunningEngine.await(() -> jvm.ask("bound").equals("1"));
            jvm.endWell();
        }
    }

    @Test
    void every_address_of_a_name_is_tried() throws Exception {
        Path hosts = Files.writeString(
                directory.resolve("hosts"),
                "127.0.0.2 gateway.example\n127.0.0.3 gateway.example\n127.0.0.1 gateway.example\n");
        try (RawPeer peer = new RawPeer(RawConnection::behave);
                ForkedJvm jvm = EngineProgram.fork(
                        List.of("-Djdk.net.hosts.file=" + hosts), "gateway.example:" + peer.port())) {
            RunningEngine.await(() -> jvm.ask("bound").equals("1"));
            assertThat(jvm.ask("submit m")).isEqualTo("ACCEPTED");
            jvm.endWell();
        }
    }
}
