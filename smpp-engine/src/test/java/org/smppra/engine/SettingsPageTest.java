package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/settings.md has a line for each property. */
class SettingsPageTest {
    @ParameterizedTest
    @EnumSource
    void every_property_is_on_the_page_once_with_its_type_and_its_default(Property property) throws Exception {
        String begin = "| " + property + " | " + property.type().getSimpleName() + " | ";
        List<String> lines = Files.readAllLines(Path.of("../docs/settings.md")).stream()
                .filter(line -> line.startsWith(begin))
                .toList();
        assertThat(lines).as(begin).hasSize(1);
        if (property.otherwise() instanceof Integer number) {
            assertThat(lines.get(0)).containsPattern("\\b" + number + " \\(?unless set");
        }
    }
}
