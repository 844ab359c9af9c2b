package org.smppra.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The server's state: made new for each run from the distribution, which itself is never changed. */
final class ServerDirectory {
    private final Path path;

    private ServerDirectory(Path path) {
        this.path = path;
    }

    static ServerDirectory fresh(Path path, Path wildfly) throws IOException {
        delete(path);
        copy(wildfly.resolve("standalone"), path);
        return new ServerDirectory(path);
    }

    Path path() {
        return path;
    }

    Path deployments() {
        return path.resolve("deployments");
    }

    void deploy(Path archive) throws IOException {
        Files.copy(archive, deployments().resolve(archive.getFileName()));
    }

    /** A copy that stays as it is while it runs: another build writes the archive anew. */
    Path keep(Path archive) throws IOException {
        return Files.copy(archive, path.resolve(archive.getFileName()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(source -> {
                try {
                    Files.copy(source, to.resolve(from.relativize(source).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
