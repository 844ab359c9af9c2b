package org.smppra.servers.wildfly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All that the server wrote to its console, in all its runs. */
record Console(Path file) {
    private static final int LAST = 60;

    static Console create(Path file) throws IOException {
        return new Console(Files.createFile(file));
    }

    long length() throws IOException {
        return Files.size(file);
    }

    String from(long offset) throws IOException {
        try (var console = Files.newInputStream(file)) {
            console.skipNBytes(offset);
            return new String(console.readAllBytes());
        }
    }

    String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST), lines.size()));
    }
}
