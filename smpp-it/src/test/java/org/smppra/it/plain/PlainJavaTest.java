package org.smppra.it.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.SmppConnection;
import org.smppra.engine.SmppClient;
import org.smppra.simulator.SimulatorExtension;

/** The engine in a JVM of its own, where no class of Jakarta is. */
class PlainJavaTest {
    private static final long PATIENCE_SECONDS = 60;

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.account("shop", "secret"));

    @TempDir
    Path directory;

    private static Path origin(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The program alone, without the other tests. */
    private Path program() throws Exception {
        for (Class<?> type : List.of(PlainJava.class, TenLines.class)) {
            Path file = Path.of(type.getName().replace('.', '/') + ".class");
            Files.createDirectories(directory.resolve(file).getParent());
            Files.copy(origin(type).resolve(file.toString()), directory.resolve(file.toString()));
        }
        return directory;
    }

    private Process start() throws Exception {
        String classPath = Stream.of(origin(SmppConnection.class), origin(SmppClient.class), program())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        PlainJava.class.getName())
                .redirectError(directory.resolve("log").toFile())
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().remove("CLASSPATH");
        builder.environment()
                .put(
                        "SMPP_HOSTS",
                        gateway.host("a").address() + "," + gateway.host("b").address());
        builder.environment().put("SMPP_SYSTEM_ID", "shop");
        builder.environment().put("SMPP_PASSWORD", "secret");
        return builder.start();
    }

    private void awaitReceipt(Process process) {
        BooleanSupplier done = () -> gateway.simulator().acknowledgements().size() == 1 || !process.isAlive();
        gateway.simulator().await(done, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private static void pressEnter(Process process) throws IOException {
        if (process.isAlive()) {
            process.outputWriter().append("\n").close();
        }
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("output")) + Files.readString(directory.resolve("log"));
    }

    @Test
    void sends_a_message_and_receives_its_receipt_without_jakarta() throws Exception {
        Process process = start();
        try {
            awaitReceipt(process);
            pressEnter(process);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(said())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(said()).isZero();
        String messageId = gateway.simulator().messages().get(0).messageId();
        assertThat(Files.readAllLines(directory.resolve("output")))
                .containsExactly("no Jakarta here", "DeliveryReceipt[" + messageId + ", DELIVERED]", "0 threads left");
        assertThat(gateway.simulator().reportsWaiting("shop")).isZero();
    }
}
