package org.smppra.it.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One life of the program, from its start to its end; what it says is heard to the last line that is in the pipe. */
final class CrashLife {
    private final Process process;
    private final Path errors;
    private final CrashTruth truth;
    private final Thread reader;
    private volatile boolean ready;
    private volatile boolean sent;

    CrashLife(CrashTruth truth, Path errors, List<String> arguments) throws IOException {
        this.truth = truth;
        this.errors = errors;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashProgram.class.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        reader = new Thread(this::read, "crash-life");
        reader.start();
    }

    private void read() {
        try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
                Writer to = process.outputWriter(StandardCharsets.UTF_8)) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.startsWith("> ")) {
                    hear(line.substring(2), to);
                }
            }
        } catch (IOException e) {
            // it was killed while it asked, or in the middle of a line
        }
    }

    private void hear(String line, Writer to) throws IOException {
        String answer = truth.hear(line);
        ready |= line.equals("ready");
        sent |= line.equals("sent");
        if (answer != null || line.equals("sent")) {
            to.write(answer + "\n");
            to.flush();
        }
    }

    boolean isReady() {
        return ready;
    }

    boolean isSent() {
        return sent;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; not by the process itself, which would close the pipe before it is read to its end. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end. @return how it ended */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor();
            }
            reader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        truth.lifeIsOver();
        return process.exitValue();
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
