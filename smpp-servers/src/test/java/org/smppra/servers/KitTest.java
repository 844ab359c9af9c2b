package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KitTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    static Path unpacked;

    private final Kit kit = new Kit(
            Path.of("src/main/kit"),
            Map.of("a2775", "1001", "b2775", "1002", "a8775", "1003", "b8775", "1004"),
            Map.of("/opt/smpp-ra", "/here"));

    @Test
    void examples_become_the_tests_values_and_what_stands_between_host_and_port_stays() {
        assertThat(kit.filled("hosts=a.smpp.example:2775,b.smpp.example:8775"))
                .isEqualTo("hosts=127.0.0.1:1001,127.0.0.1:1004");
        assertThat(kit.filled("hosts=a.smpp.example\\:2775:x=1")).isEqualTo("hosts=127.0.0.1\\:1001:x=1");
        assertThat(kit.filled("hosts=b.smpp.example\\\\:2775")).isEqualTo("hosts=127.0.0.1\\\\:1002");
        assertThat(kit.filled("deploy /opt/smpp-ra/smpp-ra.rar")).isEqualTo("deploy /here/smpp-ra.rar");
    }

    @BeforeAll
    static void unpack() throws IOException {
        try (ZipFile zip =
                new ZipFile(Path.of(System.getProperty("servers.kit")).getParent() + ".zip")) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = unpacked.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    @Test
    void the_zip_has_the_adapter_its_api_and_the_sample() {
        for (String name : List.of("smpp-ra.rar", "smpp-ra-api.jar", "sample-ear.ear", "LICENSE")) {
            assertThat(unpacked.resolve("smpp-ra").resolve(name)).isNotEmptyFile();
        }
    }

    /** They come from variables, by a script, and are stored in the server's own way. */
    @ParameterizedTest
    @ValueSource(strings = {"liberty", "tomee"})
    void no_password_of_the_adapter_stands_in_a_file(String server) throws IOException {
        try (Stream<Path> files = Files.list(unpacked.resolve("smpp-ra").resolve(server))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("secret", "trust-password"));
        }
    }

    @Test
    void each_link_of_a_page_leads_to_something_in_the_kit() throws IOException {
        List<Path> pages;
        try (Stream<Path> all = Files.walk(unpacked)) {
            pages = all.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertThat(pages)
                .contains(unpacked.resolve("smpp-ra/README.md"), unpacked.resolve("smpp-ra/docs/servers/README.md"));
        for (Path page : pages) {
            LINK.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""))
                    .results()
                    .filter(link -> !link.group(1).contains(":"))
                    .forEach(link -> assertLeadsSomewhere(page, link.group(1), link.group(2)));
        }
    }

    private static void assertLeadsSomewhere(Path page, String path, String heading) {
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        assertThat(target).as(page + " names " + path).exists().startsWith(unpacked.resolve("smpp-ra"));
        if (heading != null) {
            assertThat(target).content().as(page + " names #" + heading).satisfies(text -> assertThat(
                            HEADING.matcher(text).results().map(found -> anchor(found.group(1))))
                    .contains(heading));
        }
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
