package org.smppra.servers;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Does what a page says, to the letter: its blocks of commands, by a shell, with a kit whose files have the tests' values
 * instead of the examples.
 */
public final class Operator {
    private static final String KIT = "/opt/smpp-ra";
    private static final long LIMIT_SECONDS = 600;

    private final Page page;
    private final Kit kit;
    private final Path directory;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private int count;
    private volatile Process running;

    /**
     * @param server its page, and its directory in the kit
     * @param values of the tests, by example, besides those of the kit
     */
    public Operator(Environment environment, String server, Map<String, String> values) throws IOException {
        this.page = Page.read(environment.kit().file("docs/servers/" + server + ".md"));
        this.kit = environment.kit();
        this.directory = Files.createDirectories(environment.directory().resolve("operator"));
        this.values.put(KIT, directory.toString());
        this.values.putAll(values);
        Files.copy(environment.rar(), directory.resolve("smpp-ra.rar"));
        Path files = kit.file(server);
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path own = directory.resolve(files.getParent().relativize(file).toString());
                Files.createDirectories(own.getParent());
                Files.writeString(own, filled(Files.readString(file)));
            }
        }
        String javaHome = environment.javaHome().toString();
        set("JAVA_HOME", javaHome);
        // Each JVM, the tools' too, lives for seconds, and the second compiler is in its way.
        set("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        set("PATH", javaHome + "/bin" + File.pathSeparator + System.getenv("PATH"));
    }

    /** A variable of the shell's environment. */
    public void set(String variable, String value) {
        variables.put(variable, value);
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return kit.filled(filled);
    }

    /** A file of the operator's kit. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** The commands of a block, with the tests' values. */
    public String commands(String block) {
        return filled(page.block(block));
    }

    /** Runs a block of the page; what it printed. */
    public String follow(String block) throws IOException, InterruptedException {
        return run(commands(block));
    }

    /** Runs any commands, and stops at the first that fails; what they printed. */
    public synchronized String run(String commands) throws IOException, InterruptedException {
        // A file: a server would hold a pipe open as long as it runs.
        Path output = directory.resolve(count++ + ".txt");
        Process process = start(commands, Redirect.to(output.toFile()));
        running = process;
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(commands + " does not end:\n" + Files.readString(output));
            }
        } finally {
            end();
        }
        if (process.exitValue() != 0) {
            throw new IOException(commands + " failed:\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    /** Starts commands that go on. */
    public Process start(String commands, Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-e", "-c", commands))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("JBOSS_") || name.startsWith("AS_"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Ends what {@link #run} waits for, with all that it began. */
    public void end() {
        Process process = running;
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
