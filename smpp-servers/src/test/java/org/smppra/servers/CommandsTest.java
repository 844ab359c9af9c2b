package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator types is in blocks, and each of them is followed when the suite sets its servers up. */
class CommandsTest {
    private static final Path SOURCES = Path.of("src/test/java/org/smppra/servers");
    private static final Pattern FENCE =
            Pattern.compile("^([^\n]*)\n *```(\\w*)\n.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile(" *<!-- (kit|run): \\S+ -->");
    /** In a sentence, where nothing would run it. */
    private static final Pattern INLINE_COMMAND = Pattern.compile(
            "`([A-Z_]+=\\S+ )?([/\\w]+/)?(bin/|sh |cp |rm |mv |mkdir |keytool |jboss-cli|server |\\w+[.]sh )[^`]*`");

    @ParameterizedTest
    @CsvSource({"wildfly, wildfly", "payara, glassfish", "glassfish, glassfish", "liberty, liberty", "tomee, tomee"})
    void each_block_is_followed_by_the_suite(String page, String classes) throws IOException {
        StringBuilder source = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES.resolve(classes))) {
            for (Path file : files.toList()) {
                source.append(Files.readString(file));
            }
        }
        assertThat(page(page).blocks().keySet()).isNotEmpty().allSatisfy(block -> assertThat(source)
                .contains("\"" + block + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wildfly", "payara", "glassfish", "liberty", "tomee"})
    void nothing_is_to_be_typed_that_is_neither_a_block_nor_a_file_of_the_kit(String name) throws IOException {
        String text = page(name).text();
        assertThat(FENCE.matcher(text).results().map(fence -> fence.group(1)))
                .allMatch(line -> MARK.matcher(line).matches());
        assertThat(INLINE_COMMAND.matcher(text).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wildfly", "payara", "glassfish", "liberty", "tomee"})
    void the_pages_have_the_same_headings(String name) throws IOException {
        assertThat(page(name).headings())
                .isEqualTo(List.of(
                        "Install the RAR",
                        "Make a factory",
                        "Bind an MDB",
                        "Recovery",
                        "Credentials",
                        "TLS",
                        "See that it works",
                        "What is different here"));
    }

    private static Page page(String name) throws IOException {
        return Page.read(Path.of("../docs/servers", name + ".md"));
    }
}
