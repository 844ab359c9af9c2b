package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the servers' pages show are the files of the kit, with which the suite sets its servers up. With
 * {@code -Dpages.write=true} they are put into the pages instead.
 */
class PagesTest {
    private static final Path PAGES = Path.of("../docs/servers");
    private static final Path KIT = Path.of("src/main/kit");
    private static final Pattern SHOWN =
            Pattern.compile("(<!-- kit: (\\S+) -->\n( *)```\\w*\n)(.*?)(\n? *```)", Pattern.DOTALL);

    @Test
    void each_page_shows_the_files_of_the_kit_as_they_are() throws IOException {
        for (Path page : files(PAGES)) {
            String text = Files.readString(page);
            String shown = SHOWN.matcher(text).replaceAll(PagesTest::asInTheKit);
            if (Boolean.getBoolean("pages.write")) {
                Files.writeString(page, shown);
            } else {
                assertThat(text).as(page.toString()).isEqualTo(shown);
            }
        }
    }

    @Test
    void each_file_of_the_kit_is_shown_on_a_page() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path page : files(PAGES)) {
            SHOWN.matcher(Files.readString(page)).results().forEach(match -> shown.add(match.group(2)));
        }
        Set<String> files = files(KIT).stream()
                .map(file -> KIT.relativize(file).toString().replace('\\', '/'))
                .filter(file -> !file.equals("README.md"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(files);
    }

    private static String asInTheKit(MatchResult shown) {
        try {
            String file = Files.readString(KIT.resolve(shown.group(2))).stripTrailing();
            String indented = file.lines()
                    .map(line -> line.isEmpty() ? line : shown.group(3) + line)
                    .collect(Collectors.joining("\n"));
            return Matcher.quoteReplacement(shown.group(1) + indented + "\n" + shown.group(3) + "```");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
