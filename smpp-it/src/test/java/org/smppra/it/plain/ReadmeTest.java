package org.smppra.it.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What README.md shows is what {@link PlainJavaTest} runs. */
class ReadmeTest {
    private static List<String> between(List<String> lines, String begin, String end) {
        int from = lines.stream().map(String::strip).toList().indexOf(begin) + 1;
        assertThat(from).as(begin).isPositive();
        List<String> rest = lines.subList(from, lines.size());
        return rest.subList(0, rest.stream().map(String::strip).toList().indexOf(end));
    }

    @Test
    void the_lines_for_plain_java_are_those_of_the_program_that_is_run() throws Exception {
        List<String> source = Files.readAllLines(Path.of("src/test/java/org/smppra/it/plain/TenLines.java"));
        List<String> readme = Files.readAllLines(Path.of("../README.md"));
        List<String> section = readme.subList(readme.indexOf("## In plain Java SE"), readme.size());
        String program = String.join("\n", between(source, "// README begins", "// README ends"));
        String shown = String.join("\n", between(section, "```java", "```"));
        assertThat(shown).isEqualTo(program.stripIndent());
        assertThat(shown.lines().filter(line -> !line.strip().equals("}"))).hasSize(10);
    }
}
