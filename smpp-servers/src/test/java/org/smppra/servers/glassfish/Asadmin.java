package org.smppra.servers.glassfish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution's own tool, run by the server's JDK. */
final class Asadmin {
    private static final long LIMIT_SECONDS = 600;

    /** Milliseconds to most; GlassFish 7 gives up after a minute otherwise, and leaves the server behind. */
    private static final String PATIENCE = "300000";

    private final Path tool;
    private final Path javaHome;
    private final Path directory;
    private int count;
    private volatile Process running;

    /** @param directory for files of commands, and for what came of them */
    Asadmin(Path home, Path javaHome, Path directory) throws IOException {
        this.tool = home.resolve("glassfish").resolve("bin").resolve("asadmin");
        this.javaHome = javaHome;
        this.directory = Files.createDirectories(directory);
    }

    /** Many commands, and one JVM for all. It goes on after one that fails, and its own status does not tell. */
    synchronized String run(Domain domain, String commands) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve(count + ".asadmin"), commands);
        String output = run("--port", String.valueOf(domain.adminPort()), "multimode", "--file", file.toString());
        if (output.contains("Command ") && output.lines().anyMatch(line -> line.matches("Command .* failed\\."))) {
            throw new IOException(file + ":\n" + output);
        }
        return output;
    }

    synchronized String run(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve(count++ + ".txt");
        List<String> command = new ArrayList<>(List.of("bash", tool.toString()));
        command.addAll(List.of(arguments));
        // A file: the server would hold a pipe open as long as it runs.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().put("AS_JAVA", javaHome.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("AS_START_TIMEOUT", PATIENCE);
        builder.environment().put("AS_STOP_TIMEOUT", PATIENCE);
        Process process = builder.start();
        running = process;
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command + " does not end:\n" + Files.readString(output));
            }
        } finally {
            end();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed:\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    /** Ends the tool, and a server that it was about to start. */
    void end() {
        Process process = running;
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
