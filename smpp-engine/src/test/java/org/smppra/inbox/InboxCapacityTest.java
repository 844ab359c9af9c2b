package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much in JVMs of their own, with little memory. */
class InboxCapacityTest {
    private static final boolean LONG = Integer.getInteger("smpp.test.scale", 1) > 1;

    @TempDir
    private Path directory;

    @Test
    void a_hundred_thousand_are_stored_in_64_MiB_and_taken_in_order() throws Exception {
        List<Long> said = run("-Xmx64m", 100_000, 10_000);
        assertThat(said.get(1)).as("milliseconds to open").isLessThan(20_000);
        assertThat(said.get(2)).isEqualTo(100_000);
    }

    @Test
    void a_full_memory_and_a_hundred_thousand_fit_into_128_MiB() throws Exception {
        List<Long> said = run("-Xmx128m", 100_000, 600_000);
        assertThat(said.get(2)).isEqualTo(100_000);
    }

    @Test
    void a_million_are_stored_in_384_MiB() throws Exception {
        int count = LONG ? 1_000_000 : 20_000;
        List<Long> said = run(LONG ? "-Xmx384m" : "-Xmx48m", count, 10_000);
        assertThat(said.get(2)).isEqualTo(count);
    }

    private List<Long> run(String heap, int stored, int remembered) throws Exception {
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeInbox.class.getName(),
                        directory.resolve("inbox").toString(),
                        Integer.toString(stored),
                        Integer.toString(remembered))
                .redirectError(errors.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        String line =
                said.lines().filter(each -> each.startsWith("> ")).findFirst().orElseThrow();
        System.out.println("LargeInbox " + heap + " " + stored + " " + remembered + ": " + line);
        return Arrays.stream(line.substring(2).split(" ")).map(Long::valueOf).toList();
    }
}
