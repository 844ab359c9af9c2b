package org.smppra.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a suite keeps all that its server and its provider write, below {@code target}; one run at a time. */
record RunDirectory(Path path) {
    private static @Nullable FileLock lock;

    /** New and empty. What an earlier run left, it ends: that was killed, or somebody else would have the lock. */
    static RunDirectory create() throws IOException {
        Path path = named("");
        claim(named(".lock"));
        Processes.endThoseOf(path);
        delete(path);
        return new RunDirectory(Files.createDirectories(path));
    }

    /** For as long as this JVM lives. */
    private static synchronized void claim(Path file) throws IOException {
        if (lock == null) {
            Files.createDirectories(file.getParent());
            lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new IOException("this suite runs already in this checkout: " + file
                        + " is locked; another run wants a checkout of its own");
            }
        }
    }

    /** Out of the way of the next server, for whoever looks for the failure. */
    void keep() throws IOException {
        int number = 1;
        while (Files.exists(named("-failed-" + number))) {
            number++;
        }
        System.err.println("Of the failure tells " + Files.move(path, named("-failed-" + number)));
    }

    private static Path named(String suffix) {
        return Path.of(System.getProperty("servers.target"), "run-" + System.getProperty("servers.name") + suffix);
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(path)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }
}
