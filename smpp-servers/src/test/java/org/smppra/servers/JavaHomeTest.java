package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class JavaHomeTest {
    @Test
    void finds_the_one_that_runs_or_one_beside_it() throws Exception {
        assertThat(JavaHome.of(Runtime.version().feature())).hasValueSatisfying(home -> assertThat(
                        Files.isExecutable(home.resolve("bin").resolve("java")))
                .isTrue());
    }

    @Test
    void finds_none_of_a_version_that_is_not_there() throws Exception {
        assertThat(JavaHome.of(1)).isEmpty();
        assertThat(JavaHome.of(999)).isEmpty();
    }
}
