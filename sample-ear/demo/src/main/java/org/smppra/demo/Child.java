package org.smppra.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of the demo, whose output is read to its end. */
final class Child {
    private final String name;
    private final Process process;
    private final Thread reader;

    private Child(String name, Process process, Consumer<String> line) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(() -> read(line), "output of " + name);
    }

    /** A command of its own JVM writes in the platform's encoding. */
    static Child start(String name, ProcessBuilder command, Consumer<String> line) throws IOException {
        Child child = new Child(name, command.redirectErrorStream(true).start(), line);
        child.reader.setDaemon(true);
        child.reader.start();
        return child;
    }

    private void read(Consumer<String> line) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            for (String text = output.readLine(); text != null; text = output.readLine()) {
                line.accept(text);
            }
        } catch (IOException e) {
            // The pipe of a process that was killed: its exit code tells more.
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended within that time; all its lines were seen then. */
    boolean endsWithin(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        reader.join(TimeUnit.SECONDS.toMillis(2));
        return true;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** A stream that is never closed: for some programs the end of their input means to end. */
    PrintStream input() {
        return new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Asks it to end, waits, and ends it by force if it does not. */
    void stop(long patienceMillis) {
        // Not Process.destroy, which also closes the pipes: the last lines of a stopping program are worth reading.
        process.toHandle().destroy();
        try {
            if (endsWithin(patienceMillis)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
