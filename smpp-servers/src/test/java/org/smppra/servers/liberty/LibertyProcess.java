package org.smppra.servers.liberty;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smppra.servers.Operator;
import org.smppra.servers.Waiting;

/** The server's JVM, which is a child of the test, and what it writes to its console. */
final class LibertyProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Of an application, a configuration, or the server: none of them comes up after it. */
    private static final Pattern FAILED =
            Pattern.compile("CWWKZ0002E|CWWKZ0004E|CWWKZ0012I|CWWKZ0013E|CWWKG0014E|CWWKF0001E|J2CA7002E");

    private final Operator operator;
    private final Path console;
    private volatile @Nullable Process process;

    LibertyProcess(Operator operator, Path console) {
        this.operator = operator;
        this.console = console;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** @return where the console's text of this run begins */
    long start() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException("it runs already");
        }
        long from = logged();
        // The script becomes the JVM.
        process = operator.start("exec " + operator.commands("start"), Redirect.appendTo(console.toFile()));
        return from;
    }

    void stop() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            operator.follow("stop");
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
