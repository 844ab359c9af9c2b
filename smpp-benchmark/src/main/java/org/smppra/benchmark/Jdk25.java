package org.smppra.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a JDK 25, where virtual threads are: what JDK25_HOME names, or a neighbour of this JDK. */
final class Jdk25 {
    private Jdk25() {}

    static Optional<Path> find(Map<String, String> environment, Path javaHome) throws IOException {
        String named = environment.get("JDK25_HOME");
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Jdk25::is25);
        }
        Path neighbours = javaHome.getParent();
        if (neighbours == null || !Files.isDirectory(neighbours)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jdks = Files.newDirectoryStream(neighbours)) {
            for (Path jdk : jdks) {
                if (is25(jdk)) {
                    return Optional.of(jdk);
                }
            }
        }
        return Optional.empty();
    }

    /** As its release file says. */
    static String name(Path jdk) {
        try (Stream<String> release = Files.lines(jdk.resolve("release"))) {
            return release.filter(line -> line.startsWith("IMPLEMENTOR_VERSION="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .findFirst()
                    .orElse("JDK 25");
        } catch (IOException e) {
            return "JDK 25";
        }
    }

    private static boolean is25(Path jdk) {
        try (Stream<String> release = Files.lines(jdk.resolve("release"))) {
            return release.anyMatch(line -> line.matches("JAVA_VERSION=\"25\\b.*"))
                    && Files.isExecutable(jdk.resolve("bin").resolve("java"));
        } catch (IOException e) {
            return false;
        }
    }
}
