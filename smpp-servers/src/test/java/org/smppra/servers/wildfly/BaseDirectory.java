package org.smppra.servers.wildfly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** All that a server writes: its {@code jboss.server.base.dir}. */
record BaseDirectory(Path path) {
    static BaseDirectory create(Path path, Path home) throws IOException {
        Files.createDirectories(path);
        copy(home.resolve("standalone/configuration"), path.resolve("configuration"));
        Files.createDirectories(path.resolve("deployments"));
        Path console = path.resolve("console.log");
        if (Files.notExists(console)) {
            Files.createFile(console);
        }
        return new BaseDirectory(path);
    }

    Path deployments() {
        return path.resolve("deployments");
    }

    /** All that the server wrote to its console, in all its runs. */
    Path console() {
        return path.resolve("console.log");
    }

    long consoleLength() throws IOException {
        return Files.size(console());
    }

    String consoleFrom(long offset) throws IOException {
        try (var console = Files.newInputStream(console())) {
            console.skipNBytes(offset);
            return new String(console.readAllBytes());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(source -> {
                try {
                    Path target = to.resolve(from.relativize(source).toString());
                    if (Files.isDirectory(source)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(source, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
