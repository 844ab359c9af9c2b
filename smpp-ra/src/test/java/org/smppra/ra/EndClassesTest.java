package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndClassesTest {
    @TempDir
    private Path directory;

    /** The JVM itself tells which classes it loads; the simulator's are not in the RAR, and lambdas are not in any archive. */
    @ParameterizedTest
    @ValueSource(strings = {"away", "bound", "works"})
    void the_end_of_an_adapter_needs_no_class_that_its_life_did_not(String life) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndProgram.class.getName(),
                        directory.toString(),
                        life)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();

        List<String> ending = lines.subList(lines.indexOf(EndProgram.BEGINS), lines.indexOf(EndProgram.IS_OVER));
        assertThat(ending.stream()
                        .filter(line -> line.matches(".*\\] org\\.smppra\\.(?!simulator).*"))
                        .filter(line -> !line.contains("$$Lambda")))
                .isEmpty();
    }
}
