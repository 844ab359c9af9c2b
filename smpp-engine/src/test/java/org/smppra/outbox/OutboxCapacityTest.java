package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many messages in JVMs of their own, with little memory. */
class OutboxCapacityTest {
    private static final boolean LONG = Integer.getInteger("smpp.test.scale", 1) > 1;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ONE_PHASE", "TWO_PHASE"})
    void a_million_messages_wait_in_512_MiB_and_are_open_again_in_20_seconds(String transactions) throws Exception {
        int messages = LONG ? 1_000_000 : 30_000;
        List<Long> said =
                run(LONG ? "-Xmx512m" : "-Xmx64m", LargeOutbox.class, Integer.toString(messages), transactions);
        assertThat(said.get(1)).as("milliseconds to open").isLessThan(20_000);
        assertThat(said.get(2)).isEqualTo(messages);
    }

    @Test
    void ten_millions_pass_through_with_flat_memory_and_bounded_disk() throws Exception {
        int messages = LONG ? 10_000_000 : 100_000;
        List<Long> said = run("-Xmx96m", LongFlow.class, Integer.toString(messages));
        assertThat(said.get(0)).isEqualTo(messages);
        assertThat(said.get(1)).as("octets on disk").isLessThan(128L << 20);
        assertThat(said.get(2)).isZero();
    }

    private List<Long> run(String heap, Class<?> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(heap, "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program.getName(), directory.resolve("outbox").toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = directory.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        String line =
                said.lines().filter(each -> each.startsWith("> ")).findFirst().orElseThrow();
        System.out.println(program.getSimpleName() + " " + String.join(" ", arguments) + ": " + line);
        return Arrays.stream(line.substring(2).split(" ")).map(Long::valueOf).toList();
    }
}
