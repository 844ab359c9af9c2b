package org.smppra.servers;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does what a page says, to the letter: its blocks of commands, by a shell, with a kit whose files have the tests' values
 * instead of the examples.
 */
public final class Operator {
    private static final String KIT = "/opt/smpp-ra";
    private static final long LIMIT_SECONDS = 600;
    /** What whoever runs the tests tells servers of their own by variables. */
    private static final Pattern OTHERS =
            Pattern.compile("(JBOSS|AS|WLP|CATALINA|TOMEE)_.*|JAVA_OPTS|JVM_ARGS|LOG_DIR");

    private final Page page;
    private final Kit kit;
    private final Path directory;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private int count;
    private final Set<Process> started = new HashSet<>();
    private boolean ended;

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
        set("TRUST_PASSWORD", Provider.TRUST_SECRET);
        set("PATH", javaHome + "/bin" + File.pathSeparator + System.getenv("PATH"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end what the operator began"));
    }

    /** The account has another password at first: the page says how to change it, after those blocks between. */
    public void keepPasswords(String block, String... between) throws IOException, InterruptedException {
        set("SMPP_PASSWORD", "another");
        follow(block);
        for (String other : between) {
            follow(other);
        }
        set("SMPP_PASSWORD", Provider.SECRET);
        follow(block);
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
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(commands + " does not end:\n" + Files.readString(output));
            }
        } finally {
            end(process);
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
        builder.environment().keySet().removeIf(name -> OTHERS.matcher(name).matches());
        builder.environment().putAll(variables);
        synchronized (started) {
            if (ended) {
                throw new IOException("the tests are ended");
            }
            started.removeIf(process -> !process.isAlive());
            Process process = builder.start();
            started.add(process);
            return process;
        }
    }

    /** Ends all that is under way, with what it began; nothing is started after it. */
    public void end() {
        synchronized (started) {
            ended = true;
            started.forEach(Operator::end);
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
