package org.smppra.servers.wildfly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.smppra.servers.Waiting;

/** The directory of deployments: what is copied there is deployed, and undeployed when it is removed; the server tells by files beside it. */
record Scanner(Path directory, Console console) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** After it was copied there. */
    void awaitDeployed(String name) throws Exception {
        await(name, "deployed");
    }

    /** After it was removed. */
    void awaitUndeployed(String name) throws Exception {
        await(name, "undeployed");
        Files.delete(mark(name, "undeployed"));
    }

    private void await(String name, String state) throws Exception {
        Waiting.until(name + " is " + state, PATIENCE, () -> {
            if (Files.exists(mark(name, "failed"))) {
                throw failure(name);
            }
            return Files.exists(mark(name, state));
        });
    }

    /** After a start: whether all that is here runs. */
    void checkAll() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".failed")) {
                    throw failure(name.substring(0, name.length() - ".failed".length()));
                }
            }
        }
    }

    private IOException failure(String name) throws IOException {
        return new IOException(
                name + " does not run: " + Files.readString(mark(name, "failed")) + "\n" + console.lastLines());
    }

    private Path mark(String name, String state) {
        return directory.resolve(name + "." + state);
    }
}
