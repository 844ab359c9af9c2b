package org.smppra.it.transactions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** All of a server's state: made new from the distribution, which itself is never changed. */
public record ServerDirectory(Path path) {
    public static ServerDirectory fresh(Path path, Path wildfly) throws IOException {
        delete(path);
        copy(wildfly.resolve("standalone"), path);
        return new ServerDirectory(path);
    }

    public Path deployments() {
        return path.resolve("deployments");
    }

    /** Whether the server has said of one of the deployments that it cannot run it. */
    boolean hasFailedDeployment() throws IOException {
        try (Stream<Path> files = Files.list(deployments())) {
            return files.anyMatch(file -> file.toString().endsWith(".failed"));
        }
    }

    /** All that the server wrote to its console, in all its runs. */
    Path console() {
        return path.resolve("console.log");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(source -> {
                try {
                    // What the server of other tests has deployed or written is not ours.
                    String relative = from.relativize(source).toString();
                    if (relative.isEmpty() || relative.startsWith("configuration")) {
                        Files.copy(source, to.resolve(relative));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Files.createDirectories(to.resolve("deployments"));
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
