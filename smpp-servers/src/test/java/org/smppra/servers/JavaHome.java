package org.smppra.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the JDK of a version: named by {@code JDK25_HOME}, the one that runs now, or one installed beside it. */
final class JavaHome {
    private JavaHome() {}

    static Optional<Path> of(int version) throws IOException {
        return of(version, System.getenv());
    }

    static Optional<Path> of(int version, Map<String, String> environment) throws IOException {
        String variable = "JDK" + version + "_HOME";
        String named = environment.get(variable);
        if (named != null) {
            if (!isOf(version, Path.of(named))) {
                throw new IOException(variable + " names " + named + ", which is no JDK " + version);
            }
            return Optional.of(Path.of(named));
        }
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        if (isOf(version, running)) {
            return Optional.of(running);
        }
        try (Stream<Path> beside = Files.list(running.getParent())) {
            return beside.filter(home -> isOf(version, home)).sorted().findFirst();
        }
    }

    private static boolean isOf(int version, Path home) {
        try {
            return Files.isExecutable(home.resolve("bin").resolve("javac"))
                    && Files.readString(home.resolve("release"))
                            .lines()
                            .anyMatch(line -> line.matches("JAVA_VERSION=\"" + version + "\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }
}
