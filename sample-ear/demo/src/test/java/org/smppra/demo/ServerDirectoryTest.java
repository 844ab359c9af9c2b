package org.smppra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {
    @TempDir
    Path target;

    private Path wildfly;
    private Path archive;

    @BeforeEach
    void distribution() throws IOException {
        wildfly = target.resolve("wildfly");
        Files.createDirectories(wildfly.resolve("standalone/deployments"));
        Files.writeString(wildfly.resolve("standalone/deployments/README"), "as delivered");
        archive = Files.writeString(target.resolve("any.jar"), "first build");
    }

    @Test
    void nothing_of_the_last_run_is_left() throws IOException {
        ServerDirectory.fresh(target.resolve("demo-server"), wildfly).deploy(archive);

        ServerDirectory directory = ServerDirectory.fresh(target.resolve("demo-server"), wildfly);

        assertThat(directory.deployments().resolve("README")).hasContent("as delivered");
        assertThat(directory.deployments().resolve("any.jar")).doesNotExist();
    }

    @Test
    void what_runs_is_not_changed_by_another_build() throws IOException {
        ServerDirectory directory = ServerDirectory.fresh(target.resolve("demo-server"), wildfly);
        Path kept = directory.keep(archive);

        Files.writeString(archive, "second build");

        assertThat(kept).hasContent("first build").startsWith(directory.path());
    }
}
