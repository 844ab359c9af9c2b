package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir
    private Path directory;

    @Test
    void ends_what_works_in_the_directory_and_nothing_beside_it() throws Exception {
        Process in = start("run-server");
        Process beside = start("run-server-25");
        try {
            Processes.endThoseOf(directory.resolve("run-server"));
            assertThat(in.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(beside.isAlive()).isTrue();
        } finally {
            in.destroyForcibly();
            beside.destroyForcibly();
        }
    }

    /** A JVM that lives as long as its input. */
    private Process start(String name) throws IOException {
        Path source = Files.createDirectory(directory.resolve(name)).resolve("Server.java");
        Files.writeString(
                source,
                "class Server { public static void main(String[] args) throws Exception { System.in.read(); } }");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())
                .start();
    }
}
