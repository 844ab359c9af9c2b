package org.smppra.servers.liberty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smppra.servers.Environment;
import org.smppra.servers.Waiting;

/** The server's JVM, which is a child of the test, and what it writes to its console. */
final class LibertyProcess {
    private static final String NAME = "smpp";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Of an application, a configuration, or the server: none of them comes up after it. */
    private static final Pattern FAILED =
            Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0012I|CWWKZ0013E|CWWKG0014E|CWWKF0001E|J2CA7002E");

    private final Environment environment;
    private final Path console;
    private volatile @Nullable Process process;

    LibertyProcess(Environment environment) {
        this.environment = environment;
        this.console = environment.directory().resolve("console.log");
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** With the {@code server.xml}. */
    Path directory() {
        return environment.directory().resolve("servers").resolve(NAME);
    }

    /** @return where the console's text of this run begins */
    long start() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException("it runs already");
        }
        long from = logged();
        process = builder(Map.of(), server().toString(), "run", NAME).start();
        return from;
    }

    void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            run(Map.of(), server().toString(), "stop", NAME, "--timeout=120s");
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("it does not end");
            }
        }
    }

    void kill() throws InterruptedException {
        end();
        Process ended = process;
        if (ended != null) {
            ended.waitFor();
        }
    }

    private void end() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    boolean isAlive() {
        Process known = process;
        return known != null && known.isAlive();
    }

    long pid() {
        Process known = process;
        if (known == null) {
            throw new IllegalStateException("it was never started");
        }
        return known.pid();
    }

    /** A command beside the server, whose output is in the log too. */
    void run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        Process running = builder(variables, command).start();
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            throw new IOException(command[0] + " does not end");
        }
        if (running.exitValue() != 0) {
            throw new IOException(command[0] + " ended with " + running.exitValue() + ":\n" + log(0));
        }
    }

    private Path server() {
        return environment.home().resolve("bin/server");
    }

    private ProcessBuilder builder(Map<String, String> variables, String... command) throws IOException {
        Files.createDirectories(environment.directory());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(environment.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().put("JAVA_HOME", environment.javaHome().toString());
        builder.environment().put("WLP_USER_DIR", environment.directory().toString());
        builder.environment().putAll(variables);
        return builder;
    }

    /** Octets of the console until now. */
    long logged() throws IOException {
        return Files.exists(console) ? Files.size(console) : 0;
    }

    String log(long from) throws IOException {
        if (!Files.exists(console)) {
            return "";
        }
        byte[] all = Files.readAllBytes(console);
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    /** Until the server says so, from there in its console's text on. */
    void await(long from, String said) throws Exception {
        Pattern wanted = Pattern.compile(said);
        Waiting.until("the server says " + said, PATIENCE, () -> {
            String log = log(from);
            boolean found = wanted.matcher(log).find();
            if (!found && (FAILED.matcher(log).find() || !isAlive())) {
                throw new IOException("no " + said + " in\n" + log);
            }
            return found;
        });
    }
}
