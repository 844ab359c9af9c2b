package org.smppra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/settings.md has a line for each property, and a client in plain Java takes them. */
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

    @ParameterizedTest
    @EnumSource
    void a_client_takes_every_property_but_those_of_the_adapter(Property property) {
        SmppClient.Builder client = SmppClient.builder();
        Serializable value = property.otherwise() != null
                ? property.otherwise()
                : property.type() == Integer.class ? (Serializable) 100 : property.type() == Boolean.class ? true : "x";
        if (property.isOfAdapterOnly()) {
            assertThatThrownBy(() -> client.set(property.toString(), value))
                    .hasMessage(property + ": only the resource adapter has it");
        } else {
            client.set(property.toString(), value);
        }
    }
}
