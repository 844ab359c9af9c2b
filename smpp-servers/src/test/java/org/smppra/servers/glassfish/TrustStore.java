package org.smppra.servers.glassfish;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Whom a domain trusts, {@code cacerts.jks} or {@code cacerts.p12}. */
record TrustStore(Path config) {
    /** As it is now. */
    void keep() throws IOException {
        Files.copy(file(), kept());
    }

    /** @return false if nothing was kept */
    boolean restore() throws IOException {
        if (Files.notExists(kept())) {
            return false;
        }
        Files.move(kept(), file(), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private Path file() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(config, "cacerts.*")) {
            return files.iterator().next();
        }
    }

    private Path kept() {
        return config.resolveSibling("cacerts-kept");
    }
}
