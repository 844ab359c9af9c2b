package org.smppra.servers.wildfly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.smppra.servers.Waiting;

/** The directory of deployments: what is copied there is deployed; the server tells by files beside it. */
final class Scanner {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path directory;

    Scanner(Path directory) {
        this.directory = directory;
    }

    /** How an archive is written to its place. */
    interface Archive {
        void write(Path target) throws IOException;
    }

    /** @param name of which there is nothing yet */
    void deploy(String name, Archive archive, Callable<String> log) throws Exception {
        Path written = directory.resolve(name + ".written");
        archive.write(written);
        Files.move(written, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        await(name, "deployed", log);
    }

    void undeploy(String name, Callable<String> log) throws Exception {
        Files.delete(directory.resolve(name));
        await(name, "undeployed", log);
        Files.delete(mark(name, "undeployed"));
    }

    private void await(String name, String state, Callable<String> log) throws Exception {
        Waiting.until(name + " is " + state, PATIENCE, () -> {
            if (Files.exists(mark(name, "failed"))) {
                throw failure(name, log);
            }
            return Files.exists(mark(name, state));
        });
    }

    /** After a start: whether all that is here runs. */
    void checkAll(Callable<String> log) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".failed")) {
                    throw failure(name.substring(0, name.length() - ".failed".length()), log);
                }
            }
        }
    }

    private IOException failure(String name, Callable<String> log) throws Exception {
        return new IOException(name + " does not run: " + Files.readString(mark(name, "failed")) + "\n" + log.call());
    }

    private Path mark(String name, String state) {
        return directory.resolve(name + "." + state);
    }
}
