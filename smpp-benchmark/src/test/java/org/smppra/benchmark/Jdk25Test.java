package org.smppra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Jdk25Test {
    @TempDir
    private Path jvms;

    private Path jdk(String name, String version) throws Exception {
        Path home = Files.createDirectories(jvms.resolve(name).resolve("bin")).getParent();
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void finds_the_neighbour_whose_release_file_says_25() throws Exception {
        Path seventeen = jdk("a-17", "17.0.15");
        jdk("b-2.5", "2.5");
        jdk("c-251", "251");
        Path wanted = jdk("d-25", "25.0.3");

        assertThat(Jdk25.find(Map.of(), seventeen)).contains(wanted);
    }

    @Test
    void finds_none_where_none_is() throws Exception {
        assertThat(Jdk25.find(Map.of(), jdk("a-17", "17.0.15"))).isEmpty();
    }

    @Test
    void takes_the_one_that_the_environment_names() throws Exception {
        Path seventeen = jdk("a-17", "17.0.15");
        jdk("b-25", "25.0.1");
        Path named = jdk("c-25", "25");

        assertThat(Jdk25.find(Map.of("JDK25_HOME", named.toString()), seventeen))
                .contains(named);
        assertThat(Jdk25.find(Map.of("JDK25_HOME", seventeen.toString()), seventeen))
                .isEmpty();
    }
}
