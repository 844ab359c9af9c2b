package org.smppra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private ServerLog log;

    @BeforeEach
    void open() throws IOException {
        log = new ServerLog(
                directory.resolve("log"), new Console(new PrintStream(shown, true, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shows_progress_without_colours() {
        log.line("\u001B[0m\u001B[0m10:00:00,123 INFO  [org.jboss.as.server] (ServerService Thread Pool -- 43) "
                + "WFLYSRV0010: Deployed \"smpp-ra.rar\"\u001B[0m");

        assertThat(shown().strip()).isEqualTo("[server] 10:00:00 INFO WFLYSRV0010: Deployed \"smpp-ra.rar\"");
    }

    @Test
    void shows_trouble_and_what_the_adapter_says() {
        log.line("10:00:00,123 ERROR [org.any] (MSC) went wrong");
        log.line("10:00:00,123 INFO  [org.smppra.gateway] (MSC) bound");

        assertThat(shown()).contains("ERROR went wrong", "INFO bound");
    }

    @Test
    void keeps_all_other_lines_to_the_file() throws IOException {
        log.line("10:00:00,123 INFO  [org.xnio] (MSC) XNIO version");

        assertThat(shown()).isEmpty();
        assertThat(Files.readString(log.file())).contains("XNIO version");
    }

    @Test
    void shows_the_last_lines_when_asked() {
        for (int i = 1; i <= 30; i++) {
            log.line("line " + i);
        }
        log.showLast();

        assertThat(shown().lines()).hasSize(20).last().isEqualTo("[server] line 30");
    }
}
