package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator types is in blocks, and each of them is followed when the suite sets its servers up. */
class CommandsTest {
    private static final Pattern FENCE =
            Pattern.compile("^([^\n]*)\n *```\\w*\n.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile(" *<!-- (kit|run): \\S+ -->");
    /** In a sentence, where nothing would run it. */
    private static final Pattern INLINE_COMMAND =
            Pattern.compile("`(/opt/\\S+/)?(bin/|sh |cp |keytool |jboss-cli)[^`]* [^`]*`");

    @ParameterizedTest
    @CsvSource({
        "wildfly, wildfly/WildFlyServer",
        "payara, glassfish/GlassFishServer",
        "glassfish, glassfish/GlassFishServer"
    })
    void each_block_is_followed_by_the_suite(String page, String server) throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/smppra/servers", server + ".java"));
        assertThat(page(page).blocks().keySet()).isNotEmpty().allSatisfy(block -> assertThat(source)
                .contains("\"" + block + "\""));
    }

    @ParameterizedTest
    @CsvSource({"wildfly", "payara", "glassfish"})
    void nothing_is_to_be_typed_that_is_neither_a_block_nor_a_file_of_the_kit(String name) throws IOException {
        String text = page(name).text();
        assertThat(FENCE.matcher(text).results().map(fence -> fence.group(1)))
                .allMatch(line -> MARK.matcher(line).matches());
        assertThat(INLINE_COMMAND.matcher(text).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"wildfly", "payara", "glassfish"})
    void the_pages_have_the_same_headings(String name) throws IOException {
        assertThat(page(name).headings())
                .containsExactly(
                        "Install the RAR",
                        "Make a factory",
                        "Bind an MDB",
                        "Recovery",
                        "Credentials",
                        "TLS",
                        "See that it works",
                        "What is different here");
    }

    private static Page page(String name) throws IOException {
        return Page.read(Path.of("../docs/servers", name + ".md"));
    }
}
