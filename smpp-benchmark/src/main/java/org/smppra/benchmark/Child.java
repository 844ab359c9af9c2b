package org.smppra.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of our own that is spoken to in lines. It ends when its input does, so it never outlives us. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader in;
    private final Writer out;

    Child(Path javaHome, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "-XX:+UseG1GC",
                "-Xms256m",
                "-Xmx256m",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = process.inputReader();
        out = process.outputWriter();
    }

    String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("a process of the benchmark ended early; its message is above");
        }
        return line;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String ask(String line) throws IOException {
        out.write(line + "\n");
        out.flush();
        return read();
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
