package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, which answers each line with a line. */
public final class ForkedJvm implements AutoCloseable {
    private static final String REPLY = "> ";

    private final Process process;
    private final Path errors;
    private final Writer to;
    private final BufferedReader from;

    public ForkedJvm(List<String> options, Class<?> program, String... arguments) throws IOException {
        errors = Files.createTempFile("forked", ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        to = process.outputWriter(StandardCharsets.UTF_8);
        from = process.inputReader(StandardCharsets.UTF_8);
    }

    /** For the program: the answer to a line. */
    public static void reply(String line) {
        System.out.println(REPLY + line);
        System.out.flush();
    }

    /** The program's next line. */
    public String reply() {
        try {
            String line = from.readLine();
            while (line != null && !line.startsWith(REPLY)) {
                line = from.readLine();
            }
            if (line == null) {
                throw new AssertionError("it ended: " + Files.readString(errors));
            }
            return line.substring(REPLY.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String ask(String line) {
        try {
            to.write(line + "\n");
            to.flush();
        } catch (IOException e) {
            throw new AssertionError("it ended", e);
        }
        return reply();
    }

    /** Ends it as its user would, and sees that it ends well. */
    public void endWell() throws IOException, InterruptedException {
        to.close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    }

    /** Kills it, and waits until it is gone: only then its locks are. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(errors);
    }
}
