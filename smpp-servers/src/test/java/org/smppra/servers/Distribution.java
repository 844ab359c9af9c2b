package org.smppra.servers;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The files of a server as its operator has them: where it was unpacked. */
public final class Distribution {
    private Distribution() {}

    /**
     * A server of its own in the target: with copies of what is written, and hard links to all the rest.
     *
     * @param written the directory, as {@code standalone}
     */
    public static Path copy(Path home, Path target, String written) throws IOException {
        Path own = home.resolve(written);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.toList()) {
                Path copy = target.resolve(home.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.startsWith(own)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    link(file, copy);
                }
            }
        }
        return target;
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
