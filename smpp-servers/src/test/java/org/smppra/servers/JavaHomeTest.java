package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaHomeTest {
    @Test
    void finds_the_one_that_runs_or_one_beside_it() throws Exception {
        assertThat(JavaHome.of(Runtime.version().feature())).hasValueSatisfying(home -> assertThat(
                        Files.isExecutable(home.resolve("bin").resolve("java")))
                .isTrue());
    }

    @Test
    void takes_the_one_that_is_named_if_it_is_of_that_version() throws Exception {
        int version = Runtime.version().feature();
        String running = System.getProperty("java.home");
        assertThat(JavaHome.of(version, Map.of("JDK" + version + "_HOME", running)))
                .hasValue(Path.of(running));
        assertThatThrownBy(() -> JavaHome.of(99, Map.of("JDK99_HOME", running)))
                .hasMessageContainingAll("JDK99_HOME", running, "no JDK 99");
        assertThatThrownBy(() -> JavaHome.of(version, Map.of("JDK" + version + "_HOME", "nowhere")))
                .hasMessageContaining("nowhere");
    }

    @Test
    void finds_none_of_a_version_that_is_not_there() throws Exception {
        assertThat(JavaHome.of(1)).isEmpty();
        assertThat(JavaHome.of(999)).isEmpty();
    }
}
